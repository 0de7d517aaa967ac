using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Writes what has its length before it: text and bytes.</summary>
internal static class LengthWriting
{
    /// <summary>Writes a text; a lone surrogate becomes U+FFFD.</summary>
    public static void Write(this ref PayloadWriter writer, string value)
    {
        // Most texts are ASCII: their length in bytes is known before they are encoded.
        var head = TextHeadSize(value.Length);
        var room = writer.Room(head + value.Length);
        if (Ascii.FromUtf16(value, room[head..], out _) == OperationStatus.Done)
        {
            WriteTextHead(room, value.Length);
            writer.Take(room.Length);
        }
        else
        {
            WriteOtherText(ref writer, value);
        }
    }

    /// <summary>Writes a text that is UTF-8 already.</summary>
    public static void WriteText(this ref PayloadWriter writer, scoped ReadOnlySpan<byte> utf8)
    {
        var head = TextHeadSize(utf8.Length);
        var room = writer.Take(head + utf8.Length);
        WriteTextHead(room, utf8.Length);
        utf8.CopyTo(room[head..]);
    }

    /// <summary>Writes bytes as bin.</summary>
    public static void Write(this ref PayloadWriter writer, scoped ReadOnlySpan<byte> value)
    {
        writer.WriteBytesHeader(value.Length);
        value.CopyTo(writer.Take(value.Length));
    }

    /// <summary>Writes the head of so many bytes, which have to follow.</summary>
    public static void WriteBytesHeader(this ref PayloadWriter writer, int length)
    {
        switch (length)
        {
            case <= byte.MaxValue:
                writer.WriteCoded(MessagePackCode.Bin8, (byte)length);
                break;
            case <= ushort.MaxValue:
                writer.WriteCoded(MessagePackCode.Bin16, (ushort)length);
                break;
            default:
                writer.WriteCoded(MessagePackCode.Bin32, (uint)length);
                break;
        }
    }

    private static void WriteOtherText(ref PayloadWriter writer, string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        var head = TextHeadSize(length);
        var room = writer.Take(head + length);
        WriteTextHead(room, length);
        Encoding.UTF8.GetBytes(value, room[head..]);
    }

    private static int TextHeadSize(int length) => length switch
    {
        <= MessagePackRange.MaxFixStringLength => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        _ => 5,
    };

    private static void WriteTextHead(Span<byte> span, int length)
    {
        switch (length)
        {
            case <= MessagePackRange.MaxFixStringLength:
                span[0] = (byte)(MessagePackCode.MinFixStr | length);
                break;
            case <= byte.MaxValue:
                span[0] = MessagePackCode.Str8;
                span[1] = (byte)length;
                break;
            case <= ushort.MaxValue:
                span[0] = MessagePackCode.Str16;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)length);
                break;
            default:
                span[0] = MessagePackCode.Str32;
                BinaryPrimitives.WriteInt32BigEndian(span[1..], length);
                break;
        }
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using MessagePack;

namespace TypedSockets.Codecs;

/// <content>Scalars. An integer has the shortest form, and one that is not negative an unsigned form, whatever its type.</content>
public ref partial struct PayloadWriter
{
    internal void Write(bool value) => Take(1)[0] = value ? MessagePackCode.True : MessagePackCode.False;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(int value)
    {
        if ((uint)value <= MessagePackCode.MaxFixInt)
        {
            Take(1)[0] = (byte)value;
        }
        else
        {
            WriteInteger(value);
        }
    }

    internal void Write(uint value) => Write((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(long value)
    {
        if ((ulong)value <= MessagePackCode.MaxFixInt)
        {
            Take(1)[0] = (byte)value;
        }
        else
        {
            WriteInteger(value);
        }
    }

    internal void Write(ulong value)
    {
        switch (value)
        {
            case <= MessagePackCode.MaxFixInt:
                Take(1)[0] = (byte)value;
                break;
            case <= byte.MaxValue:
                Write(MessagePackCode.UInt8, (byte)value);
                break;
            case <= ushort.MaxValue:
                Write(MessagePackCode.UInt16, (ushort)value);
                break;
            case <= uint.MaxValue:
                Write(MessagePackCode.UInt32, (uint)value);
                break;
            default:
                Write(MessagePackCode.UInt64, value);
                break;
        }
    }

    internal void Write(float value) => Write(MessagePackCode.Float32, BitConverter.SingleToUInt32Bits(value));

    internal void Write(double value) => Write(MessagePackCode.Float64, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Writes a text; a lone surrogate becomes U+FFFD.</summary>
    internal void Write(string value)
    {
        // Most texts are ASCII: their length in bytes is known before they are encoded.
        var head = TextHeadSize(value.Length);
        var room = Room(head + value.Length);
        if (Ascii.FromUtf16(value, room[head..], out _) == OperationStatus.Done)
        {
            WriteTextHead(room, value.Length);
            _position += room.Length;
        }
        else
        {
            WriteOtherText(value);
        }
    }

    /// <summary>Writes bytes as bin.</summary>
    internal void Write(ReadOnlySpan<byte> value)
    {
        switch (value.Length)
        {
            case <= byte.MaxValue:
                Write(MessagePackCode.Bin8, (byte)value.Length);
                break;
            case <= ushort.MaxValue:
                Write(MessagePackCode.Bin16, (ushort)value.Length);
                break;
            default:
                Write(MessagePackCode.Bin32, (uint)value.Length);
                break;
        }

        value.CopyTo(Take(value.Length));
    }

    private void WriteInteger(long value)
    {
        switch (value)
        {
            case >= 0:
                Write((ulong)value);
                break;
            case >= MessagePackRange.MinFixNegativeInt:
                Take(1)[0] = (byte)value;
                break;
            case >= sbyte.MinValue:
                Write(MessagePackCode.Int8, (byte)value);
                break;
            case >= short.MinValue:
                Write(MessagePackCode.Int16, (ushort)value);
                break;
            case >= int.MinValue:
                Write(MessagePackCode.Int32, (uint)value);
                break;
            default:
                Write(MessagePackCode.Int64, (ulong)value);
                break;
        }
    }

    private void WriteOtherText(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        var head = TextHeadSize(length);
        var room = Take(head + length);
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

    private void Write(byte code, byte value)
    {
        var span = Take(2);
        span[0] = code;
        span[1] = value;
    }

    private void Write(byte code, ushort value)
    {
        var span = Take(3);
        span[0] = code;
        BinaryPrimitives.WriteUInt16BigEndian(span[1..], value);
    }

    private void Write(byte code, uint value)
    {
        var span = Take(5);
        span[0] = code;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], value);
    }

    private void Write(byte code, ulong value)
    {
        var span = Take(9);
        span[0] = code;
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], value);
    }
}

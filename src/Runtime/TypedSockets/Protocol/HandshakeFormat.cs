using System.Buffers;
using System.Text;
using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Protocol;

/// <summary>What Hello and Welcome share: both are MessagePack maps with integer keys, and skip keys that they do not know.</summary>
internal static class HandshakeFormat
{
    public const int Major = 1;
    public const int Minor = 0;

    public delegate void FieldReader<T>(int key, ref PayloadReader reader, T into);

    public delegate void FieldWriter<T>(ref MessagePackWriter writer, T from);

    public static byte[] Write<T>(T value, FieldWriter<T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer, value);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="ProtocolException">The bytes are no such map.</exception>
    public static void Read<T>(MessageKind kind, ReadOnlySpan<byte> body, T into, FieldReader<T> read)
    {
        try
        {
            var reader = new PayloadReader(body.ToArray());
            for (var fields = reader.ReadMapHeader(2); fields > 0; fields--)
            {
                read(reader.Raw.ReadInt32(), ref reader, into);
            }
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw ProtocolErrors.Malformed($"the {kind} message cannot be read");
        }
    }

    /// <summary>
    /// Whether an exception of the MessagePack package means that the bytes are no MessagePack. It has no one type for that: a length of 2 GiB
    /// and more, for instance, comes out as an argument that is out of range.
    /// </summary>
    public static bool IsUnreadable(Exception error) =>
        error is MessagePackSerializationException or PayloadException or EndOfStreamException or OverflowException or ArgumentException;

    public static byte[] ReadBytes(ref PayloadReader reader, int maxLength)
    {
        var bytes = reader.Raw.ReadBytes() ?? default;
        return bytes.Length <= maxLength ? bytes.ToArray() : throw new PayloadException($"more than {maxLength} bytes");
    }

    public static string ReadText(ref PayloadReader reader, int maxBytes = ProtocolLimits.MaxNameBytes)
    {
        var bytes = reader.Raw.ReadStringSequence() ?? default;
        return bytes.Length <= maxBytes
            ? Encoding.UTF8.GetString(bytes)
            : throw new PayloadException($"a text of more than {maxBytes} bytes");
    }
}

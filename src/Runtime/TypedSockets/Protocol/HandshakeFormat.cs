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
            var reader = new PayloadReader(body);
            for (var fields = reader.ReadMapHeader(2); fields > 0; fields--)
            {
                read(reader.ReadInt32(), ref reader, into);
            }
        }
        catch (PayloadException)
        {
            throw ProtocolErrors.Malformed($"the {kind} message cannot be read");
        }
    }

    public static byte[] ReadBytes(ref PayloadReader reader, int maxLength)
    {
        var bytes = reader.TryReadNil() ? default : reader.ReadBytes();
        return bytes.Length <= maxLength ? bytes.ToArray() : throw new PayloadException($"more than {maxLength} bytes");
    }

    public static string ReadText(ref PayloadReader reader, int maxBytes = ProtocolLimits.MaxNameBytes)
    {
        var bytes = reader.TryReadNil() ? default : reader.ReadText();
        return bytes.Length <= maxBytes
            ? Encoding.UTF8.GetString(bytes)
            : throw new PayloadException($"a text of more than {maxBytes} bytes");
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Load.Wires;

/// <summary>Writes the few MessagePack formats that the prepared messages need.</summary>
internal sealed class MessagePackBytes
{
    private readonly List<byte> _bytes = [];

    public MessagePackBytes Array(int count) => Raw((byte)(0x90 | count));

    public MessagePackBytes Map(int count) => count < 16 ? Raw((byte)(0x80 | count)) : throw new ArgumentOutOfRangeException(nameof(count));

    public MessagePackBytes Nil() => Raw(0xC0);

    public MessagePackBytes Bool(bool value) => Raw(value ? (byte)0xC3 : (byte)0xC2);

    public MessagePackBytes Int(int value)
    {
        if (value < 128)
        {
            return Raw((byte)value);
        }

        var bytes = new byte[5];
        bytes[0] = 0xCE;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), value);
        return Raw(bytes);
    }

    public MessagePackBytes Double(double value)
    {
        var bytes = new byte[9];
        bytes[0] = 0xCB;
        BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(1), value);
        return Raw(bytes);
    }

    public MessagePackBytes Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return (bytes.Length < 32 ? Raw((byte)(0xA0 | bytes.Length)) : Raw(0xD9, (byte)bytes.Length)).Raw(bytes);
    }

    public MessagePackBytes Binary(byte[] value) => Raw(0xC4, (byte)value.Length).Raw(value);

    /// <summary>The arguments of every call and emit.</summary>
    public MessagePackBytes Arguments() => Array(3).Text(Wire.Player).Int(Wire.X).Double(Wire.Y);

    public MessagePackBytes Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public byte[] ToArray() => [.. _bytes];

    /// <summary>With a length of one byte before it, as SignalR frames its messages.</summary>
    public byte[] ToPrefixed() => _bytes.Count < 128 ? [(byte)_bytes.Count, .. _bytes] : throw new InvalidOperationException("The message is too long.");
}

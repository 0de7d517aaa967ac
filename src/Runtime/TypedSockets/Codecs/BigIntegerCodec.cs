using System.Numerics;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="BigInteger"/> as MessagePack's bin: two's complement, the lowest byte first, no longer than needed; 3 bytes or more.</summary>
/// <remarks>Reads longer forms of the same number too, and no bytes as zero: hence a minimum of two. Null and everything else is an error.</remarks>
public readonly struct BigIntegerCodec : ISocketCodec<BigInteger>
{
    // What is written without another buffer: numbers of up to 2,048 bits.
    private const int StackBytes = 256;

    /// <inheritdoc />
    public static int MinimumSize => 2;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, BigInteger value)
    {
        var size = value.GetByteCount();
        var bytes = size <= StackBytes ? stackalloc byte[StackBytes] : new byte[size];
        value.TryWriteBytes(bytes, out var written);
        writer.Write(bytes[..written]);
    }

    /// <inheritdoc />
    public static BigInteger Read(ref PayloadReader reader) => new(reader.ReadBinary());
}

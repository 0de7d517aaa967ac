using System.Buffers.Binary;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="UInt128"/> as MessagePack's bin of 16 bytes, the lowest first, always 18 bytes: MessagePack's integers end at 64 bits.</summary>
/// <remarks>Null, and everything else than 16 bytes, is an error.</remarks>
public readonly struct UInt128Codec : ISocketCodec<UInt128>
{
    private const int Size = 16;

    /// <inheritdoc />
    public static int MinimumSize => 2 + Size;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, value);
        writer.Write(bytes);
    }

    /// <inheritdoc />
    public static UInt128 Read(ref PayloadReader reader) => BinaryPrimitives.ReadUInt128LittleEndian(reader.ReadBinary(Size));
}

using System.Buffers;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ReadOnlySequence{T}"/> of <see cref="byte"/> as MessagePack's bin, 2 bytes or more; reading copies, into one segment.</summary>
/// <remarks>What is read, and what is refused, is as with <see cref="ByteArrayCodec"/>.</remarks>
public readonly struct ReadOnlySequenceCodec : ISocketCodec<ReadOnlySequence<byte>>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ReadOnlySequence<byte> value)
    {
        writer.WriteBytesHeader(checked((int)value.Length));
        foreach (var segment in value)
        {
            segment.Span.CopyTo(writer.Take(segment.Length));
        }
    }

    /// <inheritdoc />
    public static ReadOnlySequence<byte> Read(ref PayloadReader reader) => new(ByteArrayCodec.Read(ref reader));
}

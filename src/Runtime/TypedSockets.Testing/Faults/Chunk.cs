namespace TypedSockets.Testing.Faults;

/// <summary>What one read from a socket gave.</summary>
/// <param name="Bytes">The bytes; none at the end of the stream.</param>
/// <param name="ReadAt">When, on the clock of the <see cref="DirectionFaults"/>.</param>
/// <param name="IsReset">Whether the stream ended with an error.</param>
internal readonly record struct Chunk(ReadOnlyMemory<byte> Bytes, TimeSpan ReadAt, bool IsReset = false)
{
    public bool IsEnd => Bytes.IsEmpty;
}

namespace TypedSockets.Soak.Traffic;

/// <summary>What a message of a number carries: 8 bytes to 8 KiB, small ones as often as large ones. Both ends can tell it from the number.</summary>
public static class Payload
{
    private const int Largest = 8 * 1024;
    private const int Doublings = 10;

    private static readonly byte[] Block = CreateBlock();

    public static ReadOnlyMemory<byte> Of(long number)
    {
        // Fibonacci hashing: neighbours get sizes that have nothing to do with each other.
        var hash = (ulong)number * 0x9E37_79B9_7F4A_7C15;
        var smallest = 8 << (int)((hash >> 40) % (Doublings + 1));
        var size = Math.Min(Largest, smallest + (int)((hash >> 20) % (ulong)smallest));
        return Block.AsMemory((int)(number % Largest), size);
    }

    public static bool IsOf(long number, ReadOnlySpan<byte> payload) => Of(number).Span.SequenceEqual(payload);

    private static byte[] CreateBlock()
    {
        var block = new byte[2 * Largest];
        new Random(8191).NextBytes(block);
        return block;
    }
}

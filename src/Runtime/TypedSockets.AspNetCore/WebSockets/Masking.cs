using System.Numerics;
using System.Runtime.InteropServices;

namespace TypedSockets.AspNetCore.WebSockets;

/// <summary>The masking of what a client sends (RFC 6455, 5.3).</summary>
internal static class Masking
{
    /// <summary>Copies <paramref name="source"/> without its mask.</summary>
    /// <param name="source">The masked bytes.</param>
    /// <param name="destination">As many bytes at least.</param>
    /// <param name="mask">The mask as its four bytes lie in memory, the one for the first byte first.</param>
    /// <returns>The mask, turned to where the byte after the last one stands.</returns>
    public static uint Remove(ReadOnlySpan<byte> source, Span<byte> destination, uint mask)
    {
        destination = destination[..source.Length];
        var from = MemoryMarshal.Cast<byte, Vector<uint>>(source);
        var to = MemoryMarshal.Cast<byte, Vector<uint>>(destination);
        var wide = new Vector<uint>(mask);
        for (var i = 0; i < from.Length && i < to.Length; i++)
        {
            to[i] = from[i] ^ wide;
        }

        var done = from.Length * Vector<byte>.Count;
        RemoveWords(source[done..], destination[done..], mask);
        return Turn(mask, source.Length);
    }

    private static void RemoveWords(ReadOnlySpan<byte> source, Span<byte> destination, uint mask)
    {
        var from = MemoryMarshal.Cast<byte, uint>(source);
        var to = MemoryMarshal.Cast<byte, uint>(destination);
        for (var i = 0; i < from.Length && i < to.Length; i++)
        {
            to[i] = from[i] ^ mask;
        }

        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in mask));
        for (var i = from.Length * sizeof(uint); i < source.Length; i++)
        {
            destination[i] = (byte)(source[i] ^ bytes[i % sizeof(uint)]);
        }
    }

    private static uint Turn(uint mask, int bytes) =>
        BitConverter.IsLittleEndian ? BitOperations.RotateRight(mask, 8 * (bytes % 4)) : BitOperations.RotateLeft(mask, 8 * (bytes % 4));
}

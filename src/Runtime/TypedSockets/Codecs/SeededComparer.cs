using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedSockets.Codecs;

/// <summary>
/// Compares the scalar keys of what was read from a peer as the default comparer does, but with hash codes that the peer cannot foresee.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <remarks>
/// The default hash code of a number is the number, or its halves combined: whoever knows that can send keys that all collide, and reading n
/// of them takes n² steps. Here the key's bits go through the keyed hash (Marvin) with which .NET protects strings. A seed in
/// <see cref="HashCode"/> would not do: its rounds let pairs of words collide whatever the seed is.
/// </remarks>
internal sealed class SeededComparer<TKey> : IEqualityComparer<TKey>
{
    /// <summary>
    /// The comparer to use; null, which means the default one, where that is safe: for strings, and for keys of one or two bytes.
    /// </summary>
    public static readonly SeededComparer<TKey>? Instance = HasForeseeableHash ? new() : null;

    private SeededComparer()
    {
    }

    private static bool HasForeseeableHash =>
        typeof(TKey) == typeof(int) || typeof(TKey) == typeof(uint) || typeof(TKey) == typeof(long) || typeof(TKey) == typeof(ulong) ||
        typeof(TKey) == typeof(Guid) || typeof(TKey) == typeof(decimal) || typeof(TKey) == typeof(TimeSpan) ||
        typeof(TKey) == typeof(DateTime) || typeof(TKey) == typeof(DateTimeOffset) ||
        typeof(TKey) == typeof(DateOnly) || typeof(TKey) == typeof(TimeOnly) ||
        (typeof(TKey).IsEnum && Unsafe.SizeOf<TKey>() >= sizeof(int));

    public bool Equals(TKey? x, TKey? y) => EqualityComparer<TKey>.Default.Equals(x, y);

    public int GetHashCode(TKey key)
    {
        // Equal keys whose bits differ need the part that equality looks at; all others have no bits but those.
        if (typeof(TKey) == typeof(DateTime))
        {
            return HashBits(((DateTime)(object)key!).Ticks);
        }

        if (typeof(TKey) == typeof(DateTimeOffset))
        {
            return HashBits(((DateTimeOffset)(object)key!).UtcTicks);
        }

        return typeof(TKey) == typeof(decimal) ? HashBits(Normalize((decimal)(object)key!)) : HashBits(key);
    }

    private static int HashBits<T>(T bits) =>
        string.GetHashCode(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, char>(ref bits), Unsafe.SizeOf<T>() / sizeof(char)));

    // 1.0 equals 1.00, and -0 equals 0.
    private static decimal Normalize(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var digits = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        if (digits == 0)
        {
            return 0;
        }

        var scale = value.Scale;
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        return new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), decimal.IsNegative(value), scale);
    }
}

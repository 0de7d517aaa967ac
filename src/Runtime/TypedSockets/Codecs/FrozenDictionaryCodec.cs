using System.Collections.Frozen;

namespace TypedSockets.Codecs;

/// <summary>
/// Writes and reads <see cref="FrozenDictionary{TKey, TValue}"/> as a map, each key before its value, in the order of enumeration, 1 byte or more.
/// </summary>
/// <remarks>
/// Keys are scalars, so that chosen hash codes cannot slow reading down. A key that comes twice, null in either direction, nesting beyond
/// <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad entry, whose index is told, are errors.
/// </remarks>
/// <typeparam name="TKey">The key, a scalar.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
/// <typeparam name="TKeyCodec">The key's codec.</typeparam>
/// <typeparam name="TValueCodec">The value's codec.</typeparam>
public readonly struct FrozenDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : ISocketCodec<FrozenDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : struct, ISocketCodec<TKey>
    where TValueCodec : struct, ISocketCodec<TValue>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, FrozenDictionary<TKey, TValue> value) =>
        MapEntries.Write<TKey, TValue, TKeyCodec, TValueCodec>(ref writer, value);

    /// <inheritdoc />
    public static FrozenDictionary<TKey, TValue> Read(ref PayloadReader reader) =>
        MapEntries.ReadDictionary<TKey, TValue, TKeyCodec, TValueCodec>(ref reader).ToFrozenDictionary(SeededComparer<TKey>.Instance);
}

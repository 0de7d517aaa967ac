namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="KeyValuePair{TKey, TValue}"/> as an array of two.</summary>
/// <remarks>Another number of elements, and a bad element, whose index is told, are errors.</remarks>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
/// <typeparam name="TKeyCodec">The codec of <typeparamref name="TKey"/>.</typeparam>
/// <typeparam name="TValueCodec">The codec of <typeparamref name="TValue"/>.</typeparam>
public readonly struct KeyValuePairCodec<TKey, TValue, TKeyCodec, TValueCodec> : ISocketCodec<KeyValuePair<TKey, TValue>>
    where TKeyCodec : struct, ISocketCodec<TKey>
    where TValueCodec : struct, ISocketCodec<TValue>
{
    /// <inheritdoc />
    public static int MinimumSize => 1 + TKeyCodec.MinimumSize + TValueCodec.MinimumSize;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, KeyValuePair<TKey, TValue> value)
    {
        writer.EnterObject(2);
        var index = 0;
        try
        {
            TKeyCodec.Write(ref writer, value.Key);
            index = 1;
            TValueCodec.Write(ref writer, value.Value);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        writer.Leave();
    }

    /// <inheritdoc />
    public static KeyValuePair<TKey, TValue> Read(ref PayloadReader reader)
    {
        reader.EnterTuple(2);
        var index = 0;
        try
        {
            var item1 = TKeyCodec.Read(ref reader);
            index = 1;
            var item2 = TValueCodec.Read(ref reader);
            reader.Leave();
            return new KeyValuePair<TKey, TValue>(item1, item2);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }
    }
}

namespace TypedSockets.Codecs;

/// <summary>Writes and reads a value tuple of six as an array of six.</summary>
/// <remarks>Another number of elements, and a bad element, whose index is told, are errors.</remarks>
/// <typeparam name="T1">Element 1.</typeparam>
/// <typeparam name="T2">Element 2.</typeparam>
/// <typeparam name="T3">Element 3.</typeparam>
/// <typeparam name="T4">Element 4.</typeparam>
/// <typeparam name="T5">Element 5.</typeparam>
/// <typeparam name="T6">Element 6.</typeparam>
/// <typeparam name="TCodec1">The codec of <typeparamref name="T1"/>.</typeparam>
/// <typeparam name="TCodec2">The codec of <typeparamref name="T2"/>.</typeparam>
/// <typeparam name="TCodec3">The codec of <typeparamref name="T3"/>.</typeparam>
/// <typeparam name="TCodec4">The codec of <typeparamref name="T4"/>.</typeparam>
/// <typeparam name="TCodec5">The codec of <typeparamref name="T5"/>.</typeparam>
/// <typeparam name="TCodec6">The codec of <typeparamref name="T6"/>.</typeparam>
public readonly struct ValueTuple6Codec<T1, T2, T3, T4, T5, T6, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6>
    : ISocketCodec<(T1, T2, T3, T4, T5, T6)>
    where TCodec1 : struct, ISocketCodec<T1>
    where TCodec2 : struct, ISocketCodec<T2>
    where TCodec3 : struct, ISocketCodec<T3>
    where TCodec4 : struct, ISocketCodec<T4>
    where TCodec5 : struct, ISocketCodec<T5>
    where TCodec6 : struct, ISocketCodec<T6>
{
    /// <inheritdoc />
    public static int MinimumSize =>
        1 + TCodec1.MinimumSize + TCodec2.MinimumSize + TCodec3.MinimumSize + TCodec4.MinimumSize + TCodec5.MinimumSize + TCodec6.MinimumSize;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, (T1, T2, T3, T4, T5, T6) value)
    {
        writer.EnterObject(6);
        var index = 0;
        try
        {
            TCodec1.Write(ref writer, value.Item1);
            index = 1;
            TCodec2.Write(ref writer, value.Item2);
            index = 2;
            TCodec3.Write(ref writer, value.Item3);
            index = 3;
            TCodec4.Write(ref writer, value.Item4);
            index = 4;
            TCodec5.Write(ref writer, value.Item5);
            index = 5;
            TCodec6.Write(ref writer, value.Item6);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        writer.Leave();
    }

    /// <inheritdoc />
    public static (T1, T2, T3, T4, T5, T6) Read(ref PayloadReader reader)
    {
        reader.EnterTuple(6);
        var index = 0;
        try
        {
            var item1 = TCodec1.Read(ref reader);
            index = 1;
            var item2 = TCodec2.Read(ref reader);
            index = 2;
            var item3 = TCodec3.Read(ref reader);
            index = 3;
            var item4 = TCodec4.Read(ref reader);
            index = 4;
            var item5 = TCodec5.Read(ref reader);
            index = 5;
            var item6 = TCodec6.Read(ref reader);
            reader.Leave();
            return (item1, item2, item3, item4, item5, item6);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }
    }
}

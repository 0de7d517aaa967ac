namespace TypedSockets.Codecs;

/// <summary>Writes and reads a value tuple of two as an array of two.</summary>
/// <remarks>Another number of elements, and a bad element, whose index is told, are errors.</remarks>
/// <typeparam name="T1">Element 1.</typeparam>
/// <typeparam name="T2">Element 2.</typeparam>
/// <typeparam name="TCodec1">The codec of <typeparamref name="T1"/>.</typeparam>
/// <typeparam name="TCodec2">The codec of <typeparamref name="T2"/>.</typeparam>
public readonly struct ValueTuple2Codec<T1, T2, TCodec1, TCodec2> : ISocketCodec<(T1, T2)>
    where TCodec1 : struct, ISocketCodec<T1>
    where TCodec2 : struct, ISocketCodec<T2>
{
    /// <inheritdoc />
    public static int MinimumSize => 1 + TCodec1.MinimumSize + TCodec2.MinimumSize;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, (T1, T2) value)
    {
        writer.EnterObject(2);
        var index = 0;
        try
        {
            TCodec1.Write(ref writer, value.Item1);
            index = 1;
            TCodec2.Write(ref writer, value.Item2);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        writer.Leave();
    }

    /// <inheritdoc />
    public static (T1, T2) Read(ref PayloadReader reader)
    {
        reader.EnterTuple(2);
        var index = 0;
        try
        {
            var item1 = TCodec1.Read(ref reader);
            index = 1;
            var item2 = TCodec2.Read(ref reader);
            reader.Leave();
            return (item1, item2);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }
    }
}

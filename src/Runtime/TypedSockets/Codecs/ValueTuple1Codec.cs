namespace TypedSockets.Codecs;

/// <summary>Writes and reads a value tuple of one as an array of one.</summary>
/// <remarks>Another number of elements, and a bad element, whose index is told, are errors.</remarks>
/// <typeparam name="T1">Element 1.</typeparam>
/// <typeparam name="TCodec1">The codec of <typeparamref name="T1"/>.</typeparam>
public readonly struct ValueTuple1Codec<T1, TCodec1> : ISocketCodec<ValueTuple<T1>>
    where TCodec1 : struct, ISocketCodec<T1>
{
    /// <inheritdoc />
    public static int MinimumSize => 1 + TCodec1.MinimumSize;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ValueTuple<T1> value)
    {
        writer.EnterObject(1);
        var index = 0;
        try
        {
            TCodec1.Write(ref writer, value.Item1);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        writer.Leave();
    }

    /// <inheritdoc />
    public static ValueTuple<T1> Read(ref PayloadReader reader)
    {
        reader.EnterTuple(1);
        var index = 0;
        try
        {
            var item1 = TCodec1.Read(ref reader);
            reader.Leave();
            return new ValueTuple<T1>(item1);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }
    }
}

namespace TypedSockets.Codecs;

/// <summary>Writes and reads a <see cref="Tuple"/> of one as an array of one.</summary>
/// <remarks>Null in either direction, another number of elements, and a bad element, whose index is told, are errors.</remarks>
/// <typeparam name="T1">Element 1.</typeparam>
/// <typeparam name="TCodec1">The codec of <typeparamref name="T1"/>.</typeparam>
public readonly struct Tuple1Codec<T1, TCodec1> : ISocketCodec<Tuple<T1>>
    where TCodec1 : struct, ISocketCodec<T1>
{
    /// <inheritdoc />
    public static int MinimumSize => 1 + TCodec1.MinimumSize;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Tuple<T1> value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

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
    public static Tuple<T1> Read(ref PayloadReader reader)
    {
        reader.EnterTuple(1);
        var index = 0;
        try
        {
            var item1 = TCodec1.Read(ref reader);
            reader.Leave();
            return new Tuple<T1>(item1);
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }
    }
}

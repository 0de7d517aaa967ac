namespace TypedSockets.Codecs;

/// <summary>What the codecs of vectors share: an array of so many floats, and of no other number.</summary>
internal static class Components
{
    public static void Write(ref PayloadWriter writer, scoped ReadOnlySpan<float> values)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    public static void Read(ref PayloadReader reader, scoped Span<float> values)
    {
        var count = reader.ReadArrayHeader(1);
        if (count != values.Length)
        {
            PayloadErrors.ThrowTupleSize(values.Length, count);
        }

        foreach (ref var value in values)
        {
            value = reader.ReadSingle();
        }
    }
}

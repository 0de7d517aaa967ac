namespace TypedSockets.Codecs;

/// <summary>Writes and reads a reference that may be null: nil, or the object as its own codec has it.</summary>
/// <typeparam name="T">The reference type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct OptionalCodec<T, TCodec> : ISocketCodec<T?>
    where T : class
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNil();
        }
        else
        {
            TCodec.Write(ref writer, value);
        }
    }

    /// <inheritdoc />
    public static T? Read(ref PayloadReader reader) => reader.TryReadNil() ? null : TCodec.Read(ref reader);
}

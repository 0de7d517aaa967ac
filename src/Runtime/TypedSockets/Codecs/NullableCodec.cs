namespace TypedSockets.Codecs;

/// <summary>Writes and reads a nullable value: nil, or the value as its own codec has it.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct NullableCodec<T, TCodec> : ISocketCodec<T?>
    where T : struct
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, T? value)
    {
        if (value is { } present)
        {
            TCodec.Write(ref writer, present);
        }
        else
        {
            writer.WriteNil();
        }
    }

    /// <inheritdoc />
    public static T? Read(ref PayloadReader reader) => reader.TryReadNil() ? null : TCodec.Read(ref reader);
}

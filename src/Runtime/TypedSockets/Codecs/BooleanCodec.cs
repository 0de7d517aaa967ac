namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="bool"/> as one byte, <c>c3</c> or <c>c2</c>.</summary>
/// <remarks>Anything else is an error.</remarks>
public readonly struct BooleanCodec : ISocketCodec<bool>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, bool value) => writer.Write(value);

    /// <inheritdoc />
    public static bool Read(ref PayloadReader reader) => reader.ReadBoolean();
}

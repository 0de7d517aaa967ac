namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Version"/> as a text of two to four numbers, such as <c>1.2.3</c>, 4 bytes or more.</summary>
/// <remarks>Null, and what is no text or no version, is an error.</remarks>
public readonly struct VersionCodec : ISocketCodec<Version>
{
    /// <inheritdoc />
    public static int MinimumSize => 4;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Version value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        writer.Write(value.ToString());
    }

    /// <inheritdoc />
    public static Version Read(ref PayloadReader reader)
    {
        if (!Version.TryParse(StringCodec.Read(ref reader), out var version))
        {
            PayloadErrors.ThrowMalformed("version");
        }

        return version;
    }
}

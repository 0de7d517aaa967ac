namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Uri"/>, absolute or relative, as the text that it was made from, 1 byte or more.</summary>
/// <remarks>Null, and what is no text or no URI, is an error.</remarks>
public readonly struct UriCodec : ISocketCodec<Uri>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Uri value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        writer.Write(value.OriginalString);
    }

    /// <inheritdoc />
    public static Uri Read(ref PayloadReader reader)
    {
        if (!Uri.TryCreate(StringCodec.Read(ref reader), UriKind.RelativeOrAbsolute, out var uri))
        {
            PayloadErrors.ThrowMalformed("URI");
        }

        return uri;
    }
}

using System.Text;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="StringBuilder"/> as the text that it holds, 1 byte or more.</summary>
/// <remarks>Null, and what is no text, is an error.</remarks>
public readonly struct StringBuilderCodec : ISocketCodec<StringBuilder>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, StringBuilder value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        writer.Write(value.ToString());
    }

    /// <inheritdoc />
    public static StringBuilder Read(ref PayloadReader reader) => new(StringCodec.Read(ref reader));
}

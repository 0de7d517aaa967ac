using MessagePack;
using MessagePack.Formatters;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Guid"/> as a text of 36 lower-case characters with hyphens, always 38 bytes.</summary>
/// <remarks>Reads upper case too. Anything else is an error.</remarks>
public readonly struct GuidCodec : ISocketCodec<Guid>
{
    /// <inheritdoc />
    public static int MinimumSize => 38;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Guid value) =>
        GuidFormatter.Instance.Serialize(ref writer.Raw, value, null!);

    /// <inheritdoc />
    public static Guid Read(ref PayloadReader reader)
    {
        var found = reader.Raw.NextMessagePackType;
        if (found != MessagePackType.String)
        {
            PayloadErrors.ThrowUnexpected("a text", found);
        }

        try
        {
            return GuidFormatter.Instance.Deserialize(ref reader.Raw, null!);
        }
        catch (MessagePackSerializationException)
        {
            PayloadErrors.ThrowMalformed("GUID");
            throw;
        }
    }
}

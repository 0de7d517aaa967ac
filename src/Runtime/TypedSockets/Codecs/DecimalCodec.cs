using MessagePack;
using MessagePack.Formatters;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="decimal"/> as a text in invariant notation, trailing zeros kept: <c>-1.50</c>, 2 to 32 bytes.</summary>
/// <remarks>Anything but a text, and a text that is no decimal number, is an error.</remarks>
public readonly struct DecimalCodec : ISocketCodec<decimal>
{
    /// <inheritdoc />
    public static int MinimumSize => 2;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, decimal value) =>
        DecimalFormatter.Instance.Serialize(ref writer.Raw, value, null!);

    /// <inheritdoc />
    public static decimal Read(ref PayloadReader reader)
    {
        var found = reader.Raw.NextMessagePackType;
        if (found != MessagePackType.String)
        {
            PayloadErrors.ThrowUnexpected("a text", found);
        }

        try
        {
            return DecimalFormatter.Instance.Deserialize(ref reader.Raw, null!);
        }
        catch (MessagePackSerializationException)
        {
            PayloadErrors.ThrowMalformed("decimal number");
            throw;
        }
    }
}

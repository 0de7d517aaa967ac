using System.Text;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Rune"/> as the integer of its Unicode scalar value, 1 to 5 bytes.</summary>
/// <remarks>A number above 10FFFF or of a surrogate is an error.</remarks>
public readonly struct RuneCodec : ISocketCodec<Rune>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Rune value) => writer.Write(value.Value);

    /// <inheritdoc />
    public static Rune Read(ref PayloadReader reader)
    {
        if (!Rune.TryCreate(reader.ReadInt32(), out var value))
        {
            PayloadErrors.ThrowOutOfRange("Unicode scalar value");
        }

        return value;
    }
}

using System.Numerics;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Vector2"/> as an array of its two components, each float32, always 11 bytes.</summary>
/// <remarks>Reads every float and integer form: hence a minimum of 3. Null, and another number of components, is an error.</remarks>
public readonly struct Vector2Codec : ISocketCodec<Vector2>
{
    /// <inheritdoc />
    public static int MinimumSize => 3;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Vector2 value)
    {
        Span<float> components = stackalloc float[2];
        value.CopyTo(components);
        Components.Write(ref writer, components);
    }

    /// <inheritdoc />
    public static Vector2 Read(ref PayloadReader reader)
    {
        Span<float> components = stackalloc float[2];
        Components.Read(ref reader, components);
        return new Vector2(components);
    }
}

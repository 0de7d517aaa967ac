using System.Numerics;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Vector4"/> as an array of its four components, each float32, always 21 bytes.</summary>
/// <remarks>Reads every float and integer form: hence a minimum of 5. Null, and another number of components, is an error.</remarks>
public readonly struct Vector4Codec : ISocketCodec<Vector4>
{
    /// <inheritdoc />
    public static int MinimumSize => 5;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Vector4 value)
    {
        Span<float> components = stackalloc float[4];
        value.CopyTo(components);
        Components.Write(ref writer, components);
    }

    /// <inheritdoc />
    public static Vector4 Read(ref PayloadReader reader)
    {
        Span<float> components = stackalloc float[4];
        Components.Read(ref reader, components);
        return new Vector4(components);
    }
}

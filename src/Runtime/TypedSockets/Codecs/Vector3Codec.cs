using System.Numerics;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Vector3"/> as an array of its three components, each float32, always 16 bytes.</summary>
/// <remarks>Reads every float and integer form: hence a minimum of 4. Null, and another number of components, is an error.</remarks>
public readonly struct Vector3Codec : ISocketCodec<Vector3>
{
    /// <inheritdoc />
    public static int MinimumSize => 4;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Vector3 value)
    {
        Span<float> components = stackalloc float[3];
        value.CopyTo(components);
        Components.Write(ref writer, components);
    }

    /// <inheritdoc />
    public static Vector3 Read(ref PayloadReader reader)
    {
        Span<float> components = stackalloc float[3];
        Components.Read(ref reader, components);
        return new Vector3(components);
    }
}

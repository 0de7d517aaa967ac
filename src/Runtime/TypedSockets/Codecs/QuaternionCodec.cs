using System.Numerics;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="Quaternion"/> as an array of its four components, W last, each float32, always 21 bytes.</summary>
/// <remarks>Reads every float and integer form: hence a minimum of 5. Null, and another number of components, is an error.</remarks>
public readonly struct QuaternionCodec : ISocketCodec<Quaternion>
{
    /// <inheritdoc />
    public static int MinimumSize => 5;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, Quaternion value)
    {
        Span<float> components = stackalloc float[4];
        value.AsVector4().CopyTo(components);
        Components.Write(ref writer, components);
    }

    /// <inheritdoc />
    public static Quaternion Read(ref PayloadReader reader)
    {
        Span<float> components = stackalloc float[4];
        Components.Read(ref reader, components);
        return new Vector4(components).AsQuaternion();
    }
}

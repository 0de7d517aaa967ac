using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>Encodes a <see cref="Nest"/> as the array of what is inside.</summary>
public readonly struct NestCodec : ISocketCodec<Nest>
{
    public static int MinimumSize => 1;

    public static void Write(ref PayloadWriter writer, Nest value) => ListCodec<Nest, NestCodec>.Write(ref writer, value.Inside);

    public static Nest Read(ref PayloadReader reader) => new() { Inside = ListCodec<Nest, NestCodec>.Read(ref reader) };
}

using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>A value and the bytes that the MessagePack package's documentation of its formats, or the package itself, gives for it.</summary>
/// <param name="Hex">The bytes.</param>
/// <param name="Write">Writes the value.</param>
/// <param name="AssertRead">Reads the bytes and compares.</param>
public sealed record ByteVector(string Hex, Func<string> Write, Action AssertRead)
{
    public static ByteVector Of<T, TCodec>(T value, string hex)
        where TCodec : struct, ISocketCodec<T> => Of<T, TCodec>(value, hex, value);

    public static ByteVector Of<T, TCodec>(T value, string hex, T readBack)
        where TCodec : struct, ISocketCodec<T> =>
        new(
            hex,
            () => PayloadBytes.WriteHex<T, TCodec>(value),
            () => Assert.Equal(readBack, PayloadBytes.Read<T, TCodec>(hex)));
}

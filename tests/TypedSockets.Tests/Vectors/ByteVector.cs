using TypedSockets.Codecs;
using TypedSockets.Tests.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>A value and the bytes that the MessagePack package's documentation of its formats, or the package itself, gives for it.</summary>
/// <param name="Codec">The codec.</param>
/// <param name="Hex">The bytes.</param>
/// <param name="Write">Writes the value; null for a form that is read and never written.</param>
/// <param name="AssertRead">Reads bytes, these or others for the same value, and compares.</param>
public sealed record ByteVector(Type Codec, string Hex, Func<string>? Write, Action<string> AssertRead)
{
    public static ByteVector Of<T, TCodec>(T value, string hex)
        where TCodec : struct, ISocketCodec<T> => Of<T, TCodec>(value, hex, value);

    public static ByteVector Of<T, TCodec>(T value, string hex, T readBack)
        where TCodec : struct, ISocketCodec<T> =>
        Written<T, TCodec>(value, hex) with { AssertRead = bytes => Assert.Equal(readBack, PayloadBytes.Read<T, TCodec>(bytes)) };

    /// <summary>For values that equal nothing but themselves, or too much: <paramref name="view"/> is compared.</summary>
    public static ByteVector Seen<T, TCodec>(T value, string hex, Func<T, object?> view)
        where TCodec : struct, ISocketCodec<T> =>
        Written<T, TCodec>(value, hex) with { AssertRead = bytes => Assert.Equal(view(value), view(PayloadBytes.Read<T, TCodec>(bytes))) };

    /// <summary>The same vector of a form that is read and never written.</summary>
    public ByteVector OnlyRead() => this with { Write = null };

    private static ByteVector Written<T, TCodec>(T value, string hex)
        where TCodec : struct, ISocketCodec<T> => new(typeof(TCodec), hex, () => PayloadBytes.WriteHex<T, TCodec>(value), _ => { });
}

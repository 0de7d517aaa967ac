using System.Runtime.CompilerServices;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads an enum as its number. A number without a name passes in both directions.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TUnderlying">Its underlying type.</typeparam>
/// <typeparam name="TUnderlyingCodec">The codec of the underlying type, whose bytes and errors these are.</typeparam>
public readonly struct EnumCodec<TEnum, TUnderlying, TUnderlyingCodec> : ISocketCodec<TEnum>
    where TEnum : struct, Enum
    where TUnderlying : struct
    where TUnderlyingCodec : struct, ISocketCodec<TUnderlying>
{
    /// <inheritdoc />
    public static int MinimumSize => TUnderlyingCodec.MinimumSize;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, TEnum value) =>
        TUnderlyingCodec.Write(ref writer, Unsafe.BitCast<TEnum, TUnderlying>(value));

    /// <inheritdoc />
    public static TEnum Read(ref PayloadReader reader) =>
        Unsafe.BitCast<TUnderlying, TEnum>(TUnderlyingCodec.Read(ref reader));
}

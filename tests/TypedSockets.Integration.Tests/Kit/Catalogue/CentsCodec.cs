using TypedSockets.Codecs;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

/// <summary>Whole cents.</summary>
public readonly struct CentsCodec : ISocketCodec<Money>
{
    public static int MinimumSize => Int64Codec.MinimumSize;

    public static void Write(ref PayloadWriter writer, Money value) => Int64Codec.Write(ref writer, (long)(value.Amount * 100));

    public static Money Read(ref PayloadReader reader) => Money.Of(Int64Codec.Read(ref reader) / 100m);
}

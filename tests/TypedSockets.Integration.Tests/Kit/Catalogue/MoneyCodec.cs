using TypedSockets.Codecs;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public readonly struct MoneyCodec : ISocketCodec<Money>
{
    public static int MinimumSize => DecimalCodec.MinimumSize;

    public static void Write(ref PayloadWriter writer, Money value) => DecimalCodec.Write(ref writer, value.Amount);

    public static Money Read(ref PayloadReader reader) => Money.Of(DecimalCodec.Read(ref reader));
}

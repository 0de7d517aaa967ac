namespace TypedSockets.Integration.Tests.Kit.Catalogue;

[SocketCodec(typeof(MoneyCodec))]
public sealed class Money
{
    private Money(decimal amount) => Amount = amount;

    public decimal Amount { get; }

    public static Money Of(decimal amount) => new(amount);
}

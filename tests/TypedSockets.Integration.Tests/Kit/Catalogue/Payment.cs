namespace TypedSockets.Integration.Tests.Kit.Catalogue;

/// <summary>A closed hierarchy: only its own cases derive from it.</summary>
public abstract record Payment
{
    private Payment()
    {
    }

    public sealed record Card(string Number) : Payment;

    public sealed record Voucher(Guid Code) : Payment;
}

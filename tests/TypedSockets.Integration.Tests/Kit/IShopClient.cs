namespace TypedSockets.Integration.Tests.Kit;

/// <summary>What clients of the shop offer.</summary>
public interface IShopClient
{
    [Throws<OutOfStock>]
    [Timeout(60_000)]
    ValueTask<int> Count(string item);
}

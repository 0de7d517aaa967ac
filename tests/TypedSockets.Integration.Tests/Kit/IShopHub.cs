namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A hub whose members declare how they behave.</summary>
[SocketHub<IShopClient>("shop")]
public partial interface IShopHub
{
    [Throws<OutOfStock>]
    [Throws<Refused>]
    ValueTask<int> Buy(string item, int count);

    [Timeout(3_000)]
    ValueTask<string> Wait(CancellationToken cancel = default);

    ValueTask<string> AskClient(string item);

    [SocketEvent("aaa")]
    ValueTask<string> Renamed();

    [Coalesce(nameof(item))]
    void Price(string item, int price);

    [Coalesce]
    [OneWay]
    ValueTask Total(int total);
}

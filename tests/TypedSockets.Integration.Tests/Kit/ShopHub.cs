using System.Globalization;

namespace TypedSockets.Integration.Tests.Kit;

public sealed class ShopHub(Probe probe) : SocketHub<IShopClient>, IShopHub
{
    public async ValueTask<int> Buy(string item, int count)
    {
        await Task.Yield();
        return count switch
        {
            0 => throw new SocketRemoteException<Refused>(new Refused("nothing")),
            < 0 => throw new SocketRemoteException<int>(count),
            > 1_000_000 => throw new SocketRemoteException<OutOfStock>(new OutOfStock(new string('x', 2 * 1024 * 1024), 0)),
            > 3 => throw new SocketRemoteException<OutOfStock>(new OutOfStock(item, 3)),
            _ => count,
        };
    }

    public async ValueTask<string> Wait(CancellationToken cancel)
    {
        probe.Blocked.TrySetResult();
        using var cancelled = cancel.UnsafeRegister(_ => probe.Happened.Writer.TryWrite("cancelled"), null);
        await probe.Unblock.Task;
        return "done";
    }

    public async ValueTask<string> AskClient(string item)
    {
        try
        {
            return (await Clients.Caller.Count(item)).ToString(CultureInfo.InvariantCulture);
        }
        catch (SocketRemoteException<OutOfStock> error)
        {
            return $"{error.Error.Item} {error.Error.Left}";
        }
    }

    public ValueTask<string> Renamed() => new("renamed");

    public void Price(string item, int price) => probe.Happened.Writer.TryWrite($"{item} {price}");

    public ValueTask Total(int total)
    {
        probe.Happened.Writer.TryWrite($"total {total}");
        return default;
    }
}

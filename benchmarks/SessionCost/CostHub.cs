using TypedSockets;

namespace SessionCost;

/// <summary>Pushes as fast as there is room.</summary>
internal sealed class CostHub : SocketHub<ICostClient>, ICostHub
{
    public async ValueTask Push(int count, int bytes)
    {
        var data = new byte[bytes];
        for (var i = 0; i < count; i++)
        {
            await Clients.Caller.Came(data);
        }
    }
}

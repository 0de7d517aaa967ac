using Microsoft.AspNetCore.SignalR;

namespace Peers.SignalR;

/// <summary>What is measured, as a SignalR hub.</summary>
internal sealed class LoadHub : Hub<ILoadClient>
{
    private static long _read;

    public Move Call(string player, int x, double y) => new(player, x, y);

    public void Emit(string player, int x, double y) => _read += player.Length;

    public Task Publish() => Clients.All.Event(Payload.Event);

    public async Task Push(int count, int bytes)
    {
        var data = Payload.Bytes(bytes);
        for (var i = 0; i < count; i++)
        {
            await Clients.Caller.Event(data);
        }
    }
}

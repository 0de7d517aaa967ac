using TypedSockets;

namespace Peers.Typed;

/// <summary>What is measured, as a TypedSockets hub.</summary>
internal sealed class LoadHub : SocketHub<ILoadClient>, ILoadHub
{
    private static long _read;

    public ValueTask<Move> Call(string player, int x, double y) => new(new Move(player, x, y));

    public void Emit(string player, int x, double y) => _read += player.Length;

    public void Publish() => Clients.All.Event(Payload.Event);

    public async ValueTask Push(int count, int bytes)
    {
        var data = Payload.Bytes(bytes);
        for (var i = 0; i < count; i++)
        {
            await Clients.Caller.Pushed(data);
        }
    }
}

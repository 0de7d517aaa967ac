using TypedSockets.Hubs;

namespace Peers.Typed;

/// <summary>The hub of <see cref="LoadHub"/> behind which no session stands.</summary>
internal sealed class FramesHub(FramesSender sender) : ILoadHub
{
    private readonly ILoadClient _client = Client<ILoadHub, ILoadClient>().CreateProxy(sender);
    private long _read;

    public ValueTask<Move> Call(string player, int x, double y) => throw new NotSupportedException("Calls need sessions.");

    public void Emit(string player, int x, double y) => _read += player.Length;

    public void Publish() => throw new NotSupportedException("Broadcasts are measured with sessions.");

    public async ValueTask Push(int count, int bytes)
    {
        var data = Payload.Bytes(bytes);
        for (var i = 0; i < count; i++)
        {
            await _client.Pushed(data);
        }
    }

    private static ContractSide<TClient> Client<THub, TClient>()
        where THub : class, IHubContract<THub, TClient>
        where TClient : class => THub.Client;
}

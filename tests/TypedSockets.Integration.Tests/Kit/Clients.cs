namespace TypedSockets.Integration.Tests.Kit;

/// <summary>Several connected clients and what each was told.</summary>
public sealed class Clients : IAsyncDisposable
{
    private const int End = 99;

    private readonly List<TypedSocketClient> _sockets = [];
    private readonly List<Received> _received = [];

    public List<HubClient<IProbeHub>> Hubs { get; } = [];

    public static async Task<Clients> ConnectAsync(TestServer server, int count)
    {
        var clients = new Clients();
        for (var i = 0; i < count; i++)
        {
            var (socket, hub) = await server.ConnectAsync();
            clients._sockets.Add(socket);
            clients.Hubs.Add(hub);
            clients._received.Add(new Received(hub));

            // The server has taken a message of it, so it is a member of the hub.
            await hub.Emit.Add(0);
        }

        return clients;
    }

    public async Task<List<int>> UntilEnd(int client)
    {
        var numbers = new List<int>();
        do
        {
            numbers.Add(await _received[client].Next());
        }
        while (numbers[^1] != End);
        return numbers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets)
        {
            await socket.DisposeAsync();
        }
    }
}

namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>Many clients, connected and emitting, numbered from 0.</summary>
internal sealed class WatchedClients : IAsyncDisposable
{
    private WatchedClients(List<WatchedClient> all) => All = all;

    public List<WatchedClient> All { get; }

    /// <param name="server">Where the server is.</param>
    /// <param name="count">How many.</param>
    /// <param name="pace">How long each waits between two emits; zero for as fast as they are taken.</param>
    public static async Task<WatchedClients> ConnectAsync(Uri server, int count, TimeSpan pace = default)
    {
        var clients = new WatchedClients([.. Enumerable.Range(0, count).Select(index => new WatchedClient(server, index, pace))]);
        await Task.WhenAll(clients.All.Select(client => client.Socket.ConnectAsync()));
        clients.All.ForEach(client => client.StartEmitting());
        return clients;
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(All.Select(client => client.DisposeAsync().AsTask()));
}

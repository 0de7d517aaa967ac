namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>Row 14 of the fault matrix: a server that is replaced while everybody speaks.</summary>
public sealed class DrainTests
{
    private const int Clients = 200;
    private const int Spread = 2;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Row_14_a_drained_server_leaves_no_emit_unconfirmed_and_loses_nothing_that_it_has_sent()
    {
        var port = ServerProcess.FindPort();
        await using var drained = await StartAsync(port);
        await using var clients = await WatchedClients.ConnectAsync(drained.Address, Clients, Pace);
        await UntilLoadedAsync(clients, drained);
        drained.Process.Stop();
        Assert.Equal(0, await drained.Process.ExitAsync());
        Assert.DoesNotContain(drained.Others, line => line.StartsWith("damaged", StringComparison.Ordinal));

        await using var next = await StartAsync(port);
        await Eventually.UntilAsync(() => clients.All.TrueForAll(client => client.Sessions.Count > 0), () => "not all clients came back");
        foreach (var client in clients.All)
        {
            var emitted = await client.StopAsync();
            await Eventually.UntilAsync(
                () => next.LastUp(client.Index) == emitted, () => $"the last of {emitted} emits did not come, but {next.LastUp(client.Index)}");
            Assert.Empty(client.Gaps);
            Assert.Equal(Numbers(emitted), [.. drained.Ups(client.Index), .. next.Ups(client.Index)]);
            Assert.Equal(Numbers(drained.Downs(client.Index)), client.Downs.Take((int)drained.Downs(client.Index)));
            Assert.Equal(1, client.Downs[(int)drained.Downs(client.Index)]);
        }
    }

    [Fact]
    public async Task Row_14_clients_of_a_drained_server_spread_their_return()
    {
        var port = ServerProcess.FindPort();
        await using var drained = await StartAsync(port);
        await using var clients = await WatchedClients.ConnectAsync(drained.Address, Clients, Pace);
        await UntilLoadedAsync(clients, drained);
        drained.Process.Stop();
        await drained.Process.ExitAsync();
        await Eventually.UntilAsync(() => clients.All.TrueForAll(client => client.Losses.Count > 0), () => "not all clients noticed that the server is gone");

        var losses = clients.All.ConvertAll(client => client.Losses[0]);
        Assert.All(losses, loss => Assert.Equal((int)SocketCloseCode.Draining, loss.CloseCode));
        var delays = losses.ConvertAll(loss => loss.ServerRetryAfter!.Value.TotalSeconds);
        Assert.All(delays, delay => Assert.InRange(delay, 0, Spread));

        // Of 200 delays that are spread evenly, no quarter is without one but once in 10^24 runs.
        Assert.All([0, 1, 2, 3], quarter => Assert.Contains(delays, delay => (int)(delay * 4 / Spread) == quarter));
    }

    [Fact]
    public async Task Row_14_a_server_that_goes_on_sending_while_it_is_drained_leaves_no_hole()
    {
        var port = ServerProcess.FindPort();
        await using var drained = await StartAsync(port, "--persistent", "--drain", "3");
        await using var clients = await WatchedClients.ConnectAsync(drained.Address, Clients, Pace);
        await UntilLoadedAsync(clients, drained);
        drained.Process.Stop();
        Assert.Equal(0, await drained.Process.ExitAsync());

        await using var next = await StartAsync(port);
        await Eventually.UntilAsync(
            () => clients.All.TrueForAll(client => client.Downs.LastIndexOf(1) > 0), () => "not all clients came back");
        foreach (var client in clients.All)
        {
            var emitted = await client.StopAsync();
            await Eventually.UntilAsync(
                () => next.LastUp(client.Index) == emitted, () => $"the last of {emitted} emits did not come, but {next.LastUp(client.Index)}");
            var downs = client.Downs;
            var old = downs.LastIndexOf(1);
            Assert.Empty(client.Gaps);
            Assert.Equal(Numbers(emitted), [.. drained.Ups(client.Index), .. next.Ups(client.Index)]);
            Assert.Equal(Numbers(old), downs[..old]);
            Assert.Equal(Numbers(downs.Count - old), downs[old..]);
        }
    }

    private static Task<ServerProcess> StartAsync(int port, params string[] arguments) =>
        ServerProcess.StartAsync(port, ["--pace", "20", "--spread", "2", .. arguments]);

    private static Task UntilLoadedAsync(WatchedClients clients, ServerProcess server) => Eventually.UntilAsync(
        () => clients.All.TrueForAll(client => server.LastUp(client.Index) > 20 && client.Downs.Count > 20), () => "there was no two-way load");

    private static IEnumerable<long> Numbers(long count) => Enumerable.Range(1, (int)count).Select(number => (long)number);
}

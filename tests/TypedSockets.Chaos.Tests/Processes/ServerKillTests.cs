namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>Row 13 of the fault matrix: a server that is gone without a word, and the one that takes its place.</summary>
public sealed class ServerKillTests
{
    private const int Clients = 3;

    [Fact]
    public async Task Row_13_after_kill_of_the_server_every_emit_is_handled_or_unconfirmed_or_follows_in_the_new_session()
    {
        var port = ServerProcess.FindPort();
        await using var killed = await ServerProcess.StartAsync(port);
        await using var clients = await WatchedClients.ConnectAsync(killed.Address, Clients);
        await Eventually.UntilAsync(
            () => clients.All.TrueForAll(client => killed.LastUp(client.Index) > 5_000 && client.Downs.Count > 5_000), () => "there was no two-way load");

        await killed.Process.KillAsync();
        await using var restarted = await ServerProcess.StartAsync(port);
        await Eventually.UntilAsync(
            () => clients.All.TrueForAll(client => restarted.Ups(client.Index).Count > 5_000), () => "nothing came to the restarted server");
        foreach (var client in clients.All)
        {
            var emitted = await client.StopAsync();
            await Eventually.UntilAsync(
                () => restarted.LastUp(client.Index) == emitted, () => $"the last of {emitted} emits did not come, but {restarted.LastUp(client.Index)}");
            AssertSplit(client.Gaps, killed.Ups(client.Index), restarted.Ups(client.Index), emitted);
        }
    }

    [Fact]
    public async Task Row_13_what_the_killed_server_had_received_but_not_handled_is_unconfirmed()
    {
        const int StuckAt = 100;
        var port = ServerProcess.FindPort();
        await using var killed = await ServerProcess.StartAsync(port, "--stuck-at", "100");
        await using var clients = await WatchedClients.ConnectAsync(killed.Address, Clients);

        // Each client fills its window, and what then comes from the server acknowledges all of it.
        await Eventually.UntilAsync(
            () => clients.All.TrueForAll(client => killed.LastUp(client.Index) == StuckAt && client.Emitted > 3 * StuckAt && client.Downs.Count > 20_000),
            () => "there was no two-way load");
        await killed.Process.KillAsync();
        await using var restarted = await ServerProcess.StartAsync(port);
        foreach (var client in clients.All)
        {
            await Eventually.UntilAsync(() => restarted.Ups(client.Index).Count > 1_000, () => "nothing came to the restarted server");
            var emitted = await client.StopAsync();
            await Eventually.UntilAsync(
                () => restarted.LastUp(client.Index) == emitted, () => $"the last of {emitted} emits did not come, but {restarted.LastUp(client.Index)}");
            Assert.Equal(StuckAt, killed.Ups(client.Index).Count);
            Assert.Contains(client.Gaps, gap => gap.Direction == GapDirection.ToServer);
            AssertSplit(client.Gaps, killed.Ups(client.Index), restarted.Ups(client.Index), emitted);
        }
    }

    [Fact]
    public async Task Row_13_the_gap_is_told_before_anything_of_the_new_session_and_says_that_the_server_was_restarted()
    {
        var port = ServerProcess.FindPort();
        await using var killed = await ServerProcess.StartAsync(port);
        await using var clients = await WatchedClients.ConnectAsync(killed.Address, Clients);
        await Eventually.UntilAsync(() => clients.All.TrueForAll(client => client.Downs.Count > 5_000), () => "nothing came from the server");

        await killed.Process.KillAsync();
        var before = clients.All.ConvertAll(client => client.Downs.Count);
        await using var restarted = await ServerProcess.StartAsync(port);
        await Eventually.UntilAsync(
            () => clients.All.TrueForAll(client => client.Downs.Count > before[client.Index] + 5_000), () => "nothing came from the restarted server");
        foreach (var client in clients.All)
        {
            var downs = client.Downs;
            var old = downs.IndexOf(1, 1);
            Assert.Equal(Numbers(1, old), downs[..old]);
            Assert.Equal(Numbers(1, downs.Count - old), downs[old..]);
            Assert.InRange(client.DownsAtGap!.Value, 0, old);
            Assert.Equal(GapReason.ServerRestart, Assert.Single(client.Sessions).Reason);
            var fromServer = Assert.Single(client.Gaps, gap => gap.Direction == GapDirection.FromServer);
            Assert.Equal((GapReason.ServerRestart, null), (fromServer.Reason, fromServer.Count));
        }
    }

    // The client does nothing but emit, so the number of an emit within the session is what it carries.
    private static void AssertSplit(List<Gap> gaps, List<long> handled, List<long> carriedOver, long emitted)
    {
        // There is none if the server had just taken all that was sent: nothing is unconfirmed then.
        var gap = gaps.SingleOrDefault(gap => gap.Direction == GapDirection.ToServer);
        var unconfirmed = gap is null ? [] : Unconfirmed(gap);

        // Confirmed, unconfirmed, never sent: three stretches without a hole between them.
        var sent = emitted - carriedOver.Count;
        var confirmed = sent - unconfirmed.Count;
        Assert.Equal(Numbers(confirmed + 1, unconfirmed.Count), unconfirmed);
        Assert.Equal(Numbers(sent + 1, carriedOver.Count), carriedOver);

        // What the dead server has handled: all that it had confirmed, and nothing that is sent again. It says that it has taken a message before the
        // handler's first line, so of the last one that line may be missing.
        Assert.Equal(Numbers(1, handled.Count), handled);
        Assert.InRange(handled.Count, confirmed - 1, sent);
    }

    private static List<long> Unconfirmed(Gap gap)
    {
        Assert.Equal(GapReason.ServerRestart, gap.Reason);
        Assert.All(gap.Unconfirmed, emit => Assert.Equal(("soak", "ISoakHub.Up"), (emit.Hub, emit.Event)));
        Assert.NotEmpty(gap.Unconfirmed);
        Assert.Equal(gap.Unconfirmed.Count, gap.Count);
        return [.. gap.Unconfirmed.Select(emit => emit.Number)];
    }

    private static IEnumerable<long> Numbers(long first, long count)
    {
        for (var number = first; number < first + count; number++)
        {
            yield return number;
        }
    }
}

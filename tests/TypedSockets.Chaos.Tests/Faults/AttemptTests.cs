using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Hellos of one session that come late, again, or from two places.</summary>
public sealed class AttemptTests
{
    [Fact]
    public async Task Row_9_An_older_Hello_after_a_newer_one_is_superseded_and_the_session_untouched()
    {
        await using var server = await FaultServer.StartAsync();
        using var newer = await RawEnd.DialAsync(server);
        using var older = await RawEnd.DialAsync(server);
        var hello = RawEnd.NewHello();
        hello.Attempt = 2;
        await newer.HelloAsync(hello);
        await newer.SendAsync(RawEnd.CountFrame(1, 1));
        await newer.PingAsync();

        hello.Attempt = 1;
        await older.SendHelloAsync(hello);

        Assert.Equal(SocketCloseCode.Superseded, await older.CloseCodeAsync());
        await ExpectUntouchedAsync(server, newer);
    }

    [Fact]
    public async Task Row_S4_A_captured_Hello_is_worth_nothing_while_its_socket_lives_and_after_it_was_resumed()
    {
        await using var server = await FaultServer.StartAsync();
        var hello = RawEnd.NewHello();
        var captured = RawClient.Frame(MessageKind.Hello, 0, [], hello.ToBytes());
        using var first = await RawEnd.DialAsync(server);
        await first.HelloAsync(hello);
        Assert.Equal(SocketCloseCode.Superseded, await ReplayAsync(server, captured));
        await first.PingAsync();

        hello.Attempt++;
        hello.Create = false;
        using var second = await RawEnd.DialAsync(server);
        Assert.Equal(SessionOutcome.Resumed, (await second.HelloAsync(hello)).Outcome);
        await second.SendAsync(RawEnd.CountFrame(1, 1));
        Assert.Equal(SocketCloseCode.Superseded, await ReplayAsync(server, captured));
        await ExpectUntouchedAsync(server, second);
    }

    [Fact]
    public async Task Row_37_Of_two_ends_with_one_id_and_secret_the_later_dial_wins_and_the_other_founds_a_session_of_its_own()
    {
        await using var server = await FaultServer.StartAsync();
        HelloSpy? spy = null;
        await using var client = await FaultClient.CreateAsync(server, create: (address, options) => new TypedSocketClient(spy = new HelloSpy(address, options), options));
        await client.Socket.ConnectAsync().WaitAsync(Limit.Long);
        var id = await client.Hub.Emit.Id();

        // The twin has read what the client keeps, and dials later.
        var stored = HelloSpy.Read(spy!.Hellos.Items.Single());
        stored.Attempt++;
        stored.Create = false;
        using var twin = await RawEnd.DialAsync(server);
        Assert.Equal(SessionOutcome.Resumed, (await twin.HelloAsync(stored)).Outcome);

        await client.Events.UntilAsync("NewSession", 1);
        var gap = Assert.Single(client.Gaps.Items, gap => gap.Direction == GapDirection.FromServer);
        Assert.Equal(GapReason.Superseded, gap.Reason);
        Assert.All(client.Gaps.Items, other => Assert.Equal(GapReason.Superseded, other.Reason));
        Assert.NotEqual(id, await client.Hub.Emit.Id());
        await ExpectNoPingPongAsync(server, client, spy, twin, id);
    }

    // Both stay, each in its own session, and nothing of the one reaches the other.
    private static async Task ExpectNoPingPongAsync(FaultServer server, FaultClient client, HelloSpy spy, RawEnd twin, string id)
    {
        await server.EmitAsync(id, 1, 1, []);
        await twin.UntilAsync(MessageKind.Emit);
        await client.EchoAsync();
        await twin.PingAsync();
        Assert.Equal(2, spy.Hellos.Count);
        Assert.NotEqual(HelloSpy.Read(spy.Hellos.Items[0]).SessionId, HelloSpy.Read(spy.Hellos.Items[1]).SessionId);
        Assert.Equal(2, server.Sessions.Count(session => session.Socket is not null));
        Assert.Empty(client.Counts.Items);
    }

    private static async Task<SocketCloseCode> ReplayAsync(FaultServer server, byte[] captured)
    {
        using var replay = await RawEnd.DialAsync(server);
        await replay.SendAsync(captured);
        return await replay.CloseCodeAsync();
    }

    // Its first message has come, and its second still does.
    private static async Task ExpectUntouchedAsync(FaultServer server, RawEnd owner)
    {
        await owner.SendAsync(RawEnd.CountFrame(2, 2));
        await owner.PingAsync();
        await server.Ledger.Counts.UntilAsync(2);
        Histories.IsWhole(server.Ledger.Counts, 2);
        Assert.Single(server.Sessions);
        Assert.DoesNotContain(server.Ledger.Lives.Items, life => life.StartsWith("disconnected", StringComparison.Ordinal));
    }
}

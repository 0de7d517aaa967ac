using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>A client says what cannot be true.</summary>
public sealed class ForgeryTests
{
    // IProbeHub is the kit's first hub; its members' numbers, in the order of the names: Add 0, AskMe 1, Block 2.
    private const uint Probe = 0;
    private const uint Block = 2;

    [Fact]
    public async Task Row_S13_An_ack_of_what_was_never_sent_is_refused()
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await RawEnd.DialAsync(server);
        await raw.HelloAsync(RawEnd.NewHello());
        await raw.SendAsync(RawClient.Frame(MessageKind.Ack, 0, [], ack: 1));
        Assert.Equal(SocketCloseCode.ProtocolError, await raw.CloseCodeAsync());
    }

    [Fact]
    public async Task Row_S13_An_ack_that_goes_back_is_ignored()
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await RawEnd.DialAsync(server);
        await raw.HelloAsync(RawEnd.NewHello());
        var session = server.Sessions.Single();
        await server.Ledger.Lives.UntilAsync("connected", 1);
        await server.EmitAsync(session.ConnectionId, 1, 3, []);
        while (session.Peer.Outbox.Sent < 3)
        {
            await raw.UntilAsync(MessageKind.Emit);
        }

        await raw.SendAsync(RawClient.Frame(MessageKind.Ack, 0, [], ack: 3));
        await raw.SendAsync(RawClient.Frame(MessageKind.Ack, 0, [], ack: 1));
        await raw.PingAsync();
        Assert.Equal(3, session.Peer.Outbox.Acked);
    }

    [Fact]
    public async Task Row_S15_A_call_id_that_is_in_flight_is_refused()
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await RawEnd.DialAsync(server);
        await raw.HelloAsync(RawEnd.NewHello());
        await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, 1, [RawEnd.Hub, RawEnd.Once, 2], [0x90]));
        await server.Ledger.AtGate.Task.WaitAsync(Limit.Long);
        await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, 2, [RawEnd.Hub, RawEnd.Once, 2], [0x90]));

        Assert.Equal(SocketCloseCode.ProtocolError, await raw.CloseCodeAsync());
        server.Ledger.Gate.SetResult();
        Assert.Equal(1, server.Ledger.Runs);
    }

    [Fact]
    public async Task Row_S15_Nobody_cancels_a_call_of_somebody_else()
    {
        await using var server = await FaultServer.StartAsync();
        using var caller = await RawEnd.DialAsync(server);
        using var other = await RawEnd.DialAsync(server);
        await caller.HelloAsync(ProbeHello());
        await other.HelloAsync(ProbeHello());
        await caller.SendAsync(RawClient.Frame(MessageKind.Invoke, 1, [Probe, Block, 2], [0x90]));
        await server.Host.Probe.Blocked.Task.WaitAsync(Limit.Long);

        await other.SendAsync(RawClient.Frame(MessageKind.Cancel, 1, [2]));
        await other.PingAsync();

        server.Host.Probe.Unblock.SetResult();
        Assert.DoesNotContain(MessageKind.Error, RawEnd.Kinds(await caller.UntilAsync(MessageKind.Result)));
        Assert.False(server.Host.Probe.Happened.Reader.TryRead(out _));
    }

    private static HelloMessage ProbeHello()
    {
        var hello = RawEnd.NewHello();
        hello.Channels = RawClient.Hello(Contracts.Probe).Channels;
        return hello;
    }
}

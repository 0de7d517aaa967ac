using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>The server has let the client in, and the client does not know.</summary>
public sealed class LostWelcomeTests
{
    [Fact]
    public async Task Row_8_A_lost_Welcome_of_a_resumed_session_costs_nothing()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();
        await client.GoAwayAsync();
        await client.EmitAsync(1, 10);
        await server.EmitAsync(id, 1, 10);

        client.Proxy.CutAfter(FaultDirection.ToClient, await UpgradeLengthAsync(server) + 1);
        client.ComeBack();
        await Task.WhenAll(server.Ledger.Counts.UntilAsync(10), client.Counts.UntilAsync(10));

        await client.EchoAsync();
        Histories.IsWhole(server.Ledger.Counts, 10);
        Histories.IsWhole(client.Counts, 10);
        client.ExpectNoGap();
        await server.Ledger.Lives.UntilAsync("resumed", 2);
        Assert.Equal(["connected", "paused", "resumed", "paused", "resumed"], server.Ledger.Lives.Items);
    }

    [Fact]
    public async Task Row_8b_A_lost_Welcome_of_a_new_session_founds_no_second_one()
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.CreateAsync(server);
        await client.EmitAsync(1, 10);

        client.Proxy.CutAfter(FaultDirection.ToClient, await UpgradeLengthAsync(server) + 1);
        await client.Socket.ConnectAsync().WaitAsync(Limit.Long);
        await server.EmitAsync(await client.Hub.Emit.Id(), 1, 10);
        await Task.WhenAll(server.Ledger.Counts.UntilAsync(10), client.Counts.UntilAsync(10));

        await client.EchoAsync();
        Histories.IsWhole(server.Ledger.Counts, 10);
        Histories.IsWhole(client.Counts, 10);
        client.ExpectNoGap();
        Assert.Single(server.Sessions);
        Assert.Equal(2, client.Proxy.Accepted);
        Assert.Equal(1, server.Ledger.Lives.CountOf("connected"));
    }

    // What the server says before its Welcome: the answer to the upgrade.
    private static async Task<long> UpgradeLengthAsync(FaultServer server)
    {
        await using var probe = await FaultClient.CreateAsync(server);
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.AddSubProtocol(Protocol.ProtocolLimits.SubProtocol);
        var address = new UriBuilder(probe.Proxy.Address) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(address, CancellationToken.None).WaitAsync(Limit.Long);
        return probe.Proxy.BytesForwarded(FaultDirection.ToClient);
    }
}

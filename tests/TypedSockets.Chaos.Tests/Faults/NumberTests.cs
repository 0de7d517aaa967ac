using Microsoft.Extensions.Time.Testing;
using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Numbers and acknowledgements: late, twice, missing, and more of them than 16 bits can tell apart.</summary>
public sealed class NumberTests
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Row_11_Late_acks_let_the_clients_buffer_grow_and_then_drain()
    {
        var proxyTime = new FakeTimeProvider();
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server, proxyTime: proxyTime);
        await client.EchoAsync();
        client.Proxy.Delay(FaultDirection.ToClient, Late);

        var acked = client.Hub.With(new EmitOptions { Completion = EmitCompletion.Acked });
        var emits = Enumerable.Range(1, 1_000).Select(number => acked.Count(number, []).AsTask()).ToList();
        await server.Ledger.Counts.UntilAsync(1_000);
        Assert.All(emits, emit => Assert.False(emit.IsCompleted));

        var drained = Task.WhenAll(emits);
        proxyTime.Advance(Late);
        client.Proxy.Mend();
        await drained.WaitAsync(Limit.Long);
        Histories.IsWhole(server.Ledger.Counts, 1_000);
        client.ExpectNoGap();
        Assert.DoesNotContain("Reconnecting", client.Events.Items);
    }

    [Fact]
    public async Task Row_11_Late_acks_let_the_servers_buffer_grow_and_then_drain()
    {
        var proxyTime = new FakeTimeProvider();
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server, proxyTime: proxyTime);
        var id = await client.Hub.Emit.Id();
        client.Proxy.Delay(FaultDirection.ToServer, Late);

        await server.EmitAsync(id, 1, 1_000, []);
        await client.Counts.UntilAsync(1_000);
        var peer = server.Sessions.Single().Peer;
        Assert.InRange(peer.Progress.Unacknowledged, 1_000, 1_001);

        proxyTime.Advance(Late);
        client.Proxy.Mend();
        await peer.Progress.WhenSettledAsync().WaitAsync(Limit.Long);
        Assert.Equal(0, peer.Progress.Unacknowledged);
        Histories.IsWhole(client.Counts, 1_000);
        client.ExpectNoGap();
    }

    [Fact]
    public async Task Row_12_A_repeated_frame_is_skipped_and_a_missing_one_is_asked_for_again()
    {
        await using var server = await FaultServer.StartAsync();
        var hello = RawEnd.NewHello();
        using var raw = await RawEnd.DialAsync(server);
        await raw.HelloAsync(hello);
        foreach (var number in new[] { 1, 2, 2, 1, 4 })
        {
            await raw.SendAsync(RawEnd.CountFrame(number, number));
        }

        Assert.Equal(SocketCloseCode.OutOfSequence, await raw.CloseCodeAsync());
        hello.Attempt++;
        hello.Create = false;
        using var again = await RawEnd.DialAsync(server);
        var welcome = await again.HelloAsync(hello);
        Assert.Equal((SessionOutcome.Resumed, 2L), (welcome.Outcome, welcome.Received));
        foreach (var number in new[] { 3, 4 })
        {
            await again.SendAsync(RawEnd.CountFrame(number, number));
        }

        await again.PingAsync();
        await server.Ledger.Counts.UntilAsync(4);
        Histories.IsWhole(server.Ledger.Counts, 4);
    }

    [Fact]
    public async Task Row_39_Two_hundred_thousand_messages_wrap_numbers_and_acks_and_are_whole()
    {
        const int Numbers = 200_000;
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();

        var emitting = Task.WhenAll(client.EmitAsync(1, Numbers, []), server.EmitAsync(id, 1, Numbers, []));

        // Around the first, second and third wrap the line is lost as well.
        foreach (var cut in new[] { 65_000, 131_000, 196_000 })
        {
            await Task.WhenAll(server.Ledger.Counts.UntilAsync(cut), client.Counts.UntilAsync(cut));
            client.Proxy.ResetAll();
        }

        await emitting.WaitAsync(Limit.Long);
        await Task.WhenAll(server.Ledger.Counts.UntilAsync(Numbers), client.Counts.UntilAsync(Numbers));
        await client.EchoAsync();
        Histories.IsWhole(server.Ledger.Counts, Numbers);
        Histories.IsWhole(client.Counts, Numbers);
        client.ExpectNoGap();
    }
}

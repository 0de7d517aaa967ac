using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>No byte is special.</summary>
public sealed class EveryByteTests
{
    // Numbers of dials and messages grow while the test runs, and so do the bytes that they take.
    private const int Growth = 24;
    private const int PerFrame = 3;

    // What is emitted while the client is away goes in one frame when it is back. The cuts walk through all that is said until then:
    // the upgrade, the handshake, and the frame.
    [Theory]
    [InlineData(FaultDirection.ToServer)]
    [InlineData(FaultDirection.ToClient)]
    public async Task Row_2_A_cut_at_every_byte_of_a_frame_of_three_messages_loses_nothing(FaultDirection direction)
    {
        await using var server = await FaultServer.StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var id = await client.Hub.Emit.Id();
        var length = await ComeBackWithAFrameAsync(server, client, id, direction, 0, cutAfter: null);
        var cuts = (int)length + Growth;
        for (var cut = 0; cut < cuts; cut++)
        {
            await ComeBackWithAFrameAsync(server, client, id, direction, cut + 1, cut);
        }

        Assert.InRange(length, 200, 2_000);
        Histories.IsWhole(server.Ledger.Counts, (cuts + 1) * PerFrame);
        Histories.IsWhole(client.Counts, (cuts + 1) * PerFrame);
        client.ExpectNoGap();

        // Nearly all cuts met a line that was not open yet, or one that still had to carry something.
        Assert.InRange(client.Proxy.Accepted, (2 * cuts) - Growth, (2 * cuts) + Growth);
    }

    // Returns how many bytes were forwarded until everything was there.
    private static async Task<long> ComeBackWithAFrameAsync(
        FaultServer server, FaultClient client, string id, FaultDirection direction, int round, int? cutAfter)
    {
        await client.GoAwayAsync();
        await server.UntilAwayAsync();
        var first = (round * PerFrame) + 1;
        await client.EmitAsync(first, first + PerFrame - 1, []);
        await server.EmitAsync(id, first, first + PerFrame - 1, []);
        var before = client.Proxy.BytesForwarded(direction);
        if (cutAfter is { } bytes)
        {
            client.Proxy.CutAfter(direction, bytes);
        }

        client.ComeBack();
        await Task.WhenAll(server.Ledger.Counts.UntilAsync(first + PerFrame - 1), client.Counts.UntilAsync(first + PerFrame - 1));
        var length = client.Proxy.BytesForwarded(direction) - before;

        // A cut that comes later would hit the next round.
        client.Proxy.Mend();
        await client.EchoAsync();
        return length;
    }
}

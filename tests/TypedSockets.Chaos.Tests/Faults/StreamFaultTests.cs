using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Streams that the line is cut under.</summary>
public sealed class StreamFaultTests
{
    [Theory]
    [InlineData(FaultDirection.ToServer)]
    [InlineData(FaultDirection.ToClient)]
    public async Task Row_33_Streams_in_both_directions_lose_nothing_when_their_line_is_cut(FaultDirection direction)
    {
        const int Cuts = 20;
        const int Step = 500;
        await using var server = await StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var hub = client.Socket.Hub<IFlowHub>();
        var upload = hub.Emit.Sum(0, AsyncEnumerable.Range(0, Cuts * Step)).AsTask();
        var cuts = 0;
        var expected = 0;
        await foreach (var number in hub.Emit.Count(0, Cuts * Step))
        {
            Assert.Equal(expected++, number);
            if (number % Step == 0)
            {
                // The line that the last cut has hit is back, and within the next frames it is hit again.
                client.Proxy.CutAfter(direction, 101 + (cuts++ * 17));
            }
        }

        Assert.Equal(Cuts * Step, expected);
        Assert.Equal(Enumerable.Range(0, Cuts * Step).Sum(number => (long)number), await upload.WaitAsync(Limit.Long));
        await client.EchoAsync();
        client.ExpectNoGap();
        Assert.InRange(client.Events.CountOf("Resumed"), 1, Cuts + 1);
        Assert.All(server.Sessions, session => Assert.Equal(0, session.Peer.Streams.Count));
    }

    [Fact]
    public async Task Row_33_Credit_that_was_lost_with_its_line_is_told_again()
    {
        await using var server = await StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var hub = client.Socket.Hub<IFlowHub>();
        await using var numbers = hub.Emit.Count(0, 1_000).GetAsyncEnumerator();
        Assert.True(await numbers.MoveNextAsync());
        await server.Host.Probe.TakeNotes(33);
        await client.EchoAsync();
        client.Proxy.Blackhole(FaultDirection.ToServer);
        for (var i = 1; i < 32; i++)
        {
            Assert.True(await numbers.MoveNextAsync().AsTask().WaitAsync(Limit.Long));
        }

        client.Proxy.Mend();
        client.Proxy.ResetAll();
        for (var i = 32; i < 1_000; i++)
        {
            Assert.True(await numbers.MoveNextAsync().AsTask().WaitAsync(Limit.Long));
            Assert.Equal(i, numbers.Current);
        }

        Assert.False(await numbers.MoveNextAsync().AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task Row_33_A_stream_that_is_cancelled_while_the_line_is_lost_ends_when_it_is_back()
    {
        await using var server = await StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var hub = client.Socket.Hub<IFlowHub>();
        var numbers = hub.Emit.Count(0, int.MaxValue).GetAsyncEnumerator();
        Assert.True(await numbers.MoveNextAsync());
        await client.GoAwayAsync();
        await numbers.DisposeAsync();
        client.ComeBack();
        Assert.Equal("count ended", await server.Host.Probe.NextHappened());
        await client.EchoAsync();
        client.ExpectNoGap();
    }

    [Fact]
    public async Task Row_33_A_stream_whose_session_is_lost_fails_after_what_has_come_and_ends_its_producer()
    {
        var clock = new StepClock();
        await using var server = await StartAsync(clock);
        await using var client = await FaultClient.ConnectAsync(server);
        var hub = client.Socket.Hub<IFlowHub>();
        await using var numbers = hub.Emit.Count(0, int.MaxValue).GetAsyncEnumerator();
        Assert.True(await numbers.MoveNextAsync());
        await client.GoAwayAsync();
        await server.UntilAwayAsync();
        await clock.PassAsync(TimeSpan.FromSeconds(130));
        Assert.Equal("count ended", await server.Host.Probe.NextHappened());
        client.ComeBack();

        var last = 0;
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () =>
        {
            while (await numbers.MoveNextAsync().AsTask().WaitAsync(Limit.Long))
            {
                Assert.Equal(++last, numbers.Current);
            }
        });
        Assert.InRange(last, 0, 32);
        Assert.Equal([1, 2, 3], await hub.Emit.Count(1, 3).ToListAsync().AsTask().WaitAsync(Limit.Long));
    }

    private static Task<FaultServer> StartAsync(StepClock? clock = null) =>
        FaultServer.StartAsync(clock: clock, configure: builder => builder.Services.AddTypedSockets().AddHub<IFlowHub, FlowHub>());
}

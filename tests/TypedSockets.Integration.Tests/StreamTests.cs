using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Integration.Tests;

/// <summary>Streams in both directions, over real sockets.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task A_stream_brings_every_item_in_order_and_ends()
    {
        await using var flow = await Flow.StartAsync();
        Assert.Equal(Enumerable.Range(5, 3_000), await flow.Hub.Emit.Count(5, 3_000).ToListAsync().AsTask().WaitAsync(Limit.Long));
        Assert.Empty(await flow.Hub.Emit.Count(0, 0).ToListAsync().AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task Every_enumeration_is_a_call_of_its_own()
    {
        await using var flow = await Flow.StartAsync();
        var stream = flow.Hub.Emit.Count(1, 2);
        Assert.Equal([1, 2], await stream.ToListAsync().AsTask().WaitAsync(Limit.Long));
        Assert.Equal([1, 2], await stream.ToListAsync().AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_call_takes_a_stream()
    {
        await using var flow = await Flow.StartAsync();
        Assert.Equal(10 + 500_500, await flow.Hub.Emit.Sum(10, Numbers(1, 1_000)).AsTask().WaitAsync(Limit.Long));
        Assert.Equal(10, await flow.Hub.Emit.Sum(10, AsyncEnumerable.Empty<int>()).AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task Streams_go_both_ways_in_one_call()
    {
        await using var flow = await Flow.StartAsync();
        var numbers = Channel.CreateUnbounded<int>();
        var words = Channel.CreateUnbounded<string>();
        await using var pairs = flow.Hub.Emit.Zip(numbers.Reader.ReadAllAsync(), words.Reader.ReadAllAsync()).GetAsyncEnumerator();

        // Each answer comes before the next question is known.
        for (var i = 0; i < 100; i++)
        {
            numbers.Writer.TryWrite(i);
            words.Writer.TryWrite("sheep");
            Assert.True(await pairs.MoveNextAsync().AsTask().WaitAsync(Limit.Long));
            Assert.Equal($"{i} sheep", pairs.Current);
        }

        numbers.Writer.Complete();
        Assert.False(await pairs.MoveNextAsync().AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_server_pulls_a_stream_from_its_client()
    {
        await using var flow = await Flow.StartAsync();
        using var produce = flow.Hub.On.Produce((count, _) => Numbers(1, count));
        Assert.Equal(500_500, await flow.Hub.Emit.AskForNumbers(1_000).AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_server_passes_a_stream_to_its_client()
    {
        await using var flow = await Flow.StartAsync();
        using var consume = flow.Hub.On.Consume(async numbers => await numbers.AggregateAsync(0L, (sum, number) => sum + number));
        Assert.Equal(500_500, await flow.Hub.Emit.GiveNumbers(1_000).AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_consumer_that_leaves_ends_the_producer()
    {
        await using var flow = await Flow.StartAsync();
        await foreach (var number in flow.Hub.Emit.Count(0, int.MaxValue))
        {
            if (number == 100)
            {
                break;
            }
        }

        Assert.Equal("count ended", await flow.Server.Probe.NextHappened());
        Assert.Equal(7, await flow.Hub.Emit.Echo(7));
    }

    [Fact]
    public async Task A_cancelled_consumer_ends_the_producer()
    {
        await using var flow = await Flow.StartAsync();
        using var cancel = new CancellationTokenSource();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var number in flow.Hub.Emit.Count(0, int.MaxValue, cancel.Token))
            {
                if (number == 100)
                {
                    await cancel.CancelAsync();
                }
            }
        });

        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Equal("count ended", await flow.Server.Probe.NextHappened());
    }

    [Fact]
    public async Task The_token_of_an_enumeration_counts_like_the_methods_own()
    {
        await using var flow = await Flow.StartAsync();
        using var cancel = new CancellationTokenSource();
        await using var numbers = flow.Hub.Emit.Count(0, int.MaxValue).GetAsyncEnumerator(cancel.Token);
        Assert.True(await numbers.MoveNextAsync());
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await numbers.MoveNextAsync());
        Assert.Equal("count ended", await flow.Server.Probe.NextHappened());
    }

    [Fact]
    public async Task A_slow_consumer_holds_its_producer_and_nobody_else()
    {
        await using var flow = await Flow.StartAsync();
        await using var numbers = flow.Hub.Emit.Count(0, int.MaxValue).GetAsyncEnumerator();
        Assert.True(await numbers.MoveNextAsync());

        // 32 items may be untaken, and one more is made while the last of them waits.
        await flow.Server.Probe.TakeNotes(33);
        Assert.Equal(3_000, await flow.Hub.Emit.Count(0, 3_000).CountAsync().AsTask().WaitAsync(Limit.Long));
        Assert.Equal(7, await flow.Hub.Emit.Echo(7));
        for (var i = 1; i < 200; i++)
        {
            Assert.True(await numbers.MoveNextAsync().AsTask().WaitAsync(Limit.Long));
            Assert.Equal(i, numbers.Current);
        }
    }

    [Fact]
    public async Task Items_of_any_size_that_is_read_come_through()
    {
        await using var flow = await Flow.StartAsync();
        foreach (var size in new[] { 1, 1_000, 100_000, 1_000_000 })
        {
            var blocks = await flow.Hub.Emit.Blocks(40, size).ToListAsync().AsTask().WaitAsync(Limit.Long);
            Assert.Equal(Enumerable.Range(0, 40), blocks.Select(block => (int)block[0]));
            Assert.All(blocks, block => Assert.Equal(size, block.Length));
        }
    }

    [Fact]
    public async Task An_item_that_is_too_large_fails_the_stream_and_nothing_else()
    {
        await using var flow = await Flow.StartAsync();
        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await flow.Hub.Emit.Blocks(3, 2_000_000).ToListAsync());
        Assert.Equal(SocketErrorCode.TooLarge, error.Code);
        Assert.Contains("an item has 2000005 bytes", error.Message, StringComparison.Ordinal);

        var own = await Assert.ThrowsAsync<MessageTooLargeException>(async () => await flow.Hub.Emit.Zip(Numbers(1, 3), Words(100_000)).ToListAsync());
        Assert.Contains("An item of a stream of 'IFlowHub.Zip' has 100005 bytes", own.Message, StringComparison.Ordinal);
        Assert.Equal(7, await flow.Hub.Emit.Echo(7));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_producer_that_fails_tells_its_consumer_after_the_items(bool declared)
    {
        await using var flow = await Flow.StartAsync();
        var numbers = new List<int>();
        var error = await Assert.ThrowsAnyAsync<SocketRemoteException>(async () =>
        {
            await foreach (var number in flow.Hub.Emit.CountAndFail(100, declared))
            {
                numbers.Add(number);
            }
        });

        Assert.Equal(Enumerable.Range(0, 100), numbers);
        Assert.Equal(declared ? (SocketErrorCode)100 : SocketErrorCode.HandlerFailed, error.Code);
        Assert.Equal(declared, error is SocketRemoteException<OutOfStock> { Error: { Item: "numbers", Left: 100 } });
        Assert.DoesNotContain("swordfish", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_fails_at_its_caller_fails_the_call_with_the_same_error_and_cancels_the_handler()
    {
        await using var flow = await Flow.StartAsync();
        var error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(async () => await flow.Hub.Emit.Sum(0, Failing()));
        Assert.Equal("no more numbers", error.Message);
        Assert.StartsWith("sum cancelled", await flow.Server.Probe.NextHappened(), StringComparison.Ordinal);

        static async IAsyncEnumerable<int> Failing()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
            throw new TimeZoneNotFoundException("no more numbers");
        }
    }

    [Fact]
    public async Task A_handler_that_wants_no_more_ends_the_callers_stream_and_goes_on()
    {
        await using var flow = await Flow.StartAsync();
        var ended = new TaskCompletionSource();
        Assert.Equal(5, await flow.Hub.Emit.TakeSome(Endless(ended), 5).WaitAsync(Limit.Long));
        await ended.Task.WaitAsync(Limit.Long);
    }

    [Fact]
    public async Task Cancelling_a_call_ends_the_streams_that_were_passed_to_it()
    {
        await using var flow = await Flow.StartAsync();
        using var cancel = new CancellationTokenSource();
        var ended = new TaskCompletionSource();
        var call = flow.Hub.Emit.Hold(Endless(ended), cancel.Token).AsTask();
        await flow.Server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("hold cancelled", await flow.Server.Probe.NextHappened());
        await ended.Task.WaitAsync(Limit.Long);
        flow.Server.Probe.Unblock.TrySetResult();
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_ends_with_its_call()
    {
        await using var flow = await Flow.StartAsync();
        var ended = new TaskCompletionSource();
        var call = flow.Hub.Emit.Hold(Endless(ended)).AsTask();
        await flow.Server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        flow.Server.Probe.Unblock.TrySetResult();
        await call.WaitAsync(Limit.Long);
        await ended.Task.WaitAsync(Limit.Long);
    }

    [Fact]
    public async Task A_hundred_and_twenty_eight_streams_run_at_once_and_the_next_is_refused()
    {
        await using var flow = await Flow.StartAsync();
        var streams = new List<IAsyncEnumerator<int>>();
        for (var i = 0; i < 128; i++)
        {
            streams.Add(flow.Hub.Emit.Count(i, int.MaxValue / 2).GetAsyncEnumerator());
        }

        for (var i = 0; i < 128; i++)
        {
            Assert.True(await streams[i].MoveNextAsync().AsTask().WaitAsync(Limit.Long));
            Assert.Equal(i, streams[i].Current);
        }

        await Assert.ThrowsAsync<BufferFullException>(async () => await flow.Hub.Emit.Count(0, 1).ToListAsync());
        await Assert.ThrowsAsync<BufferFullException>(async () => await flow.Hub.Emit.Sum(0, Numbers(1, 1)));
        await Task.WhenAll(streams.Select(stream => stream.DisposeAsync().AsTask()));
        for (var i = 0; i < 128; i++)
        {
            Assert.Equal("count ended", await flow.Server.Probe.NextHappened());
        }

        Assert.Equal(7, await flow.Hub.Emit.Echo(7));
        Assert.Equal([1], await flow.Hub.Emit.Count(1, 1).ToListAsync().AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_stream_that_is_open_when_the_socket_is_disposed_fails_and_ends_its_producer()
    {
        await using var server = await StartAsync();
        var socket = server.CreateClient();
        var hub = socket.Hub<IFlowHub>();
        await socket.ConnectAsync();
        await using var numbers = hub.Emit.Count(0, int.MaxValue).GetAsyncEnumerator();
        Assert.True(await numbers.MoveNextAsync());
        await socket.DisposeAsync();
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () =>
        {
            while (await numbers.MoveNextAsync())
            {
            }
        });
        Assert.Equal("count ended", await server.Probe.NextHappened());
    }

    [Fact]
    public async Task A_hub_without_a_class_streams_too()
    {
        await using var server = await TestServer.StartAsync(map: app => app.MapTypedSockets("/ws", sockets => sockets.OnConnection<IFlowHub, IFlowClient>(socket =>
        {
            socket.On.Count((first, count, _) => Numbers(first, count));
            socket.On.Sum((start, numbers, cancel) => numbers.AggregateAsync((long)start, (sum, number) => sum + number, cancel));
        })));
        await using var client = server.CreateClient();
        var hub = client.Hub<IFlowHub>();
        await client.ConnectAsync();
        Assert.Equal([1, 2, 3], await hub.Emit.Count(1, 3).ToListAsync().AsTask().WaitAsync(Limit.Long));
        Assert.Equal(16, await hub.Emit.Sum(10, Numbers(1, 3)).AsTask().WaitAsync(Limit.Long));
        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await hub.Emit.Blocks(1, 1).ToListAsync());
        Assert.Equal(SocketErrorCode.NoHandler, error.Code);
    }

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(builder => builder.Services.AddTypedSockets().AddHub<IFlowHub, FlowHub>());

    private static async IAsyncEnumerable<int> Numbers(int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    private static async IAsyncEnumerable<string> Words(int length)
    {
        await Task.Yield();
        yield return new string('x', length);
    }

    private static async IAsyncEnumerable<int> Endless(TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                await Task.Yield();
                cancel.ThrowIfCancellationRequested();
                yield return number;
            }
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private sealed record Flow(TestServer Server, TypedSocketClient Socket, HubClient<IFlowHub> Hub) : IAsyncDisposable
    {
        public static async Task<Flow> StartAsync()
        {
            var server = await StreamTests.StartAsync();
            var socket = server.CreateClient();
            var hub = socket.Hub<IFlowHub>();
            await socket.ConnectAsync();
            return new Flow(server, socket, hub);
        }

        public async ValueTask DisposeAsync()
        {
            await Socket.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}

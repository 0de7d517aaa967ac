using System.Collections.Concurrent;
using System.Threading.Channels;
using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>Handles messages as a test says; by default it notes them, and answers calls with their argument.</summary>
internal sealed class TestHandler(ContractSide side) : MessageHandler
{
    private readonly Channel<int> _arrived = System.Threading.Channels.Channel.CreateUnbounded<int>();

    public override ContractSide Side => side;

    /// <summary>The first number of each message that was handled, in the order of their start.</summary>
    public ConcurrentQueue<int> Started { get; } = new();

    public ConcurrentQueue<Exception> Failures { get; } = new();

    /// <summary>What a handler does with its argument before it is done.</summary>
    public Func<int, InboundCall, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    public override ValueTask Handle(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call)
    {
        var reader = new PayloadReader(arguments);
        var argument = Int32Codec.Read(ref reader);
        Started.Enqueue(argument);
        if (method.HasStreams)
        {
            return Stream(method, argument, call);
        }

        var work = StartWork(argument, call);
        return method.Kind == HubMethodKind.Call ? call.Complete<int, Int32Codec>(Answer(argument, work)) : new ValueTask(work);
    }

    /// <summary>The items that are streamed for an argument.</summary>
    public Func<int, InboundCall, IAsyncEnumerable<int>> Items { get; set; } = (count, _) => AsyncEnumerable.Range(0, count);

    /// <summary>What is made of two streams that were passed.</summary>
    public Func<IAsyncEnumerable<int>, IAsyncEnumerable<int>, InboundCall, ValueTask<int>> Consume { get; set; } =
        async (left, right, _) => await left.CountAsync() + await right.CountAsync();

    public override void HandlerFailed(HubMethod method, Exception error) => Failures.Enqueue(error);

    /// <summary>Completes when that many more messages have been started.</summary>
    public async Task StartedAsync(int count = 1)
    {
        for (; count > 0; count--)
        {
            await _arrived.Reader.ReadAsync().AsTask().WaitAsync(TestPeer.Patience);
        }
    }

    private ValueTask Stream(HubMethod method, int argument, InboundCall call)
    {
        _arrived.Writer.TryWrite(argument);
        return method.Kind == HubMethodKind.Stream
            ? call.Stream<int, Int32Codec>(Items(argument, call))
            : call.Complete<int, Int32Codec>(Consume(call.Read<int, Int32Codec>(0), call.Read<int, Int32Codec>(1), call));
    }

    // Told as started only when the handler's first part has run, so that a test finds what it has set up.
    private Task StartWork(int argument, InboundCall call)
    {
        try
        {
            return Work(argument, call);
        }
        finally
        {
            _arrived.Writer.TryWrite(argument);
        }
    }

    private static async ValueTask<int> Answer(int argument, Task work)
    {
        await work;
        return argument;
    }
}

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
        var work = StartWork(argument, call);
        return method.Kind == HubMethodKind.Call ? call.Complete<int, Int32Codec>(Answer(argument, work)) : new ValueTask(work);
    }

    public override void HandlerFailed(HubMethod method, Exception error) => Failures.Enqueue(error);

    /// <summary>Completes when that many more messages have been started.</summary>
    public async Task StartedAsync(int count = 1)
    {
        for (; count > 0; count--)
        {
            await _arrived.Reader.ReadAsync().AsTask().WaitAsync(TestPeer.Patience);
        }
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

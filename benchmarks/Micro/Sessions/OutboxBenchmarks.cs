using BenchmarkDotNet.Attributes;
using TypedSockets.Generated.Micro;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace Micro.Sessions;

/// <summary>
/// An outbox on one thread: 1,000 emits of 32 bytes are pushed, numbered, put into frames as large as the pump makes them, acknowledged and taken. The times
/// are an emit's. Each benchmark does what the one before does and a step more.
/// </summary>
[MemoryDiagnoser]
public class OutboxBenchmarks
{
    private const int Emits = 1_000;

    private readonly Outbox _outbox = new(OutboxLimits.Server);
    private readonly FrameWriter _frame = new();
    private readonly byte[] _arguments = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private int _channel;
    private uint _taken;

    /// <summary>Opens the channel.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _outbox.SetPeerWindow(new PeerWindow(ProtocolLimits.Client.WindowMessages, ProtocolLimits.Client.WindowBytes, ProtocolLimits.Client.MaxPendingCalls));
        _channel = _outbox.AddChannel();
        _outbox.OpenChannel(_channel);
    }

    /// <summary>Gives the buffers back.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _outbox.Clear();
        _frame.Dispose();
    }

    /// <summary>The emits' bodies alone: taken from the pool, filled, given back.</summary>
    [Benchmark(OperationsPerInvoke = Emits, Description = "bodies", Baseline = true)]
    public void Bodies()
    {
        for (var i = 0; i < Emits; i++)
        {
            MessageBody.Copy(_arguments).Release();
        }
    }

    /// <summary>And pushed, numbered, acknowledged, taken.</summary>
    [Benchmark(OperationsPerInvoke = Emits, Description = "bodies, push, number, ack")]
    public void Number()
    {
        Push();
        while (_outbox.TryPeek(out _))
        {
            _outbox.MoveSent();
        }

        Acknowledge();
    }

    /// <summary>And written into frames.</summary>
    [Benchmark(OperationsPerInvoke = Emits, Description = "bodies, push, number, frame, ack")]
    public void Frame()
    {
        Push();
        _frame.Reset();
        while (_outbox.TryPeek(out var bytes))
        {
            if (_frame.Count > 0 && _frame.Length + bytes > ProtocolLimits.CoalesceBytes)
            {
                _frame.Complete(received: null);
                _frame.Reset();
            }

            var number = _outbox.MoveSent();
            ref readonly var message = ref _outbox[number];
            _frame.AppendEmit(number, channel: 0, (uint)message.Method!.Id, message.Body!.Span);
        }

        _frame.Complete(received: null);
        Acknowledge();
    }

    private void Push()
    {
        for (var i = 0; i < Emits; i++)
        {
            if (!_outbox.TryAdd(OutboundMessage.Emit(_channel, MicroHubSide.TickMethod, MessageBody.Copy(_arguments))))
            {
                throw new InvalidOperationException("The outbox is full.");
            }
        }
    }

    private void Acknowledge()
    {
        if (!_outbox.TryAcknowledge(_outbox.Sent) || !_outbox.TryTaken(_channel, _taken += Emits) || !_outbox.IsSettled)
        {
            throw new InvalidOperationException("Something is left in the outbox.");
        }
    }
}

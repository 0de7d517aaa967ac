using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>What the server's hubs saw, and the gate at which a test holds them.</summary>
public sealed class Ledger
{
    private int _runs;

    /// <summary>The numbers that came from clients, in the order of their handling.</summary>
    public Record<int> Counts { get; } = new();

    /// <summary>What became of sessions: "connected", "paused", "resumed", "disconnected Left".</summary>
    public Record<string> Lives { get; } = new();

    /// <summary>What clients answered.</summary>
    public Record<int> Answers { get; } = new();

    /// <summary>Completes when a handler has come to the gate.</summary>
    public TaskCompletionSource AtGate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often the gated call has run.</summary>
    public int Runs => Volatile.Read(ref _runs);

    public async Task<int> RunAsync()
    {
        var run = Interlocked.Increment(ref _runs);
        await WaitAtGateAsync();
        return run;
    }

    public async Task WaitAtGateAsync()
    {
        AtGate.TrySetResult();
        await Gate.Task.WaitAsync(Limit.Long);
    }
}

using Microsoft.Extensions.Time.Testing;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>
/// A clock that a test moves, in steps that are no longer than those of the ticker that it drives: whoever looks at the time has seen each of them.
/// For one end only: two tickers on one clock could not be told apart.
/// </summary>
internal sealed class StepClock : FakeTimeProvider
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private volatile TaskCompletionSource _read = new();

    /// <summary>By how much the wall clock is wrong. Timers and timestamps know nothing of it.</summary>
    public TimeSpan WallError { get; set; }

    public override long GetTimestamp()
    {
        var now = base.GetTimestamp();
        _read.TrySetResult();
        return now;
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WallError;

    /// <summary>Moves the clock by whole steps.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Step)
        {
            await TickAsync();
        }
    }

    /// <summary>Moves the clock until something is over that runs into a timeout otherwise.</summary>
    public async Task PassUntilAsync(Task over)
    {
        while (!over.IsCompleted)
        {
            Advance(Step);
            await Task.WhenAny(over, Task.Delay(1));
        }

        await over;
    }

    private async Task TickAsync()
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _read = read;
        Advance(Step);
        await read.Task.WaitAsync(Limit.Long);
    }
}

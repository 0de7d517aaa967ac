using Microsoft.Extensions.Time.Testing;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>
/// A clock that a test moves, in steps that are no longer than those of the ticker that it drives: whoever looks at the time has seen each of them.
/// For one end only: two tickers on one clock could not be told apart.
/// </summary>
internal sealed class StepClock : TimeProvider
{
    private const int StepsPerSecond = 5;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1) / StepsPerSecond;

    private readonly FakeTimeProvider _time = new();
    private volatile TaskCompletionSource _read = new();

    /// <summary>By how much the wall clock is wrong. Timers and timestamps know nothing of it.</summary>
    public TimeSpan WallError { get; set; }

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override long GetTimestamp()
    {
        var now = _time.GetTimestamp();
        _read.TrySetResult();
        return now;
    }

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow() + WallError;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _time.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock by whole steps.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var steps = (int)Math.Ceiling(time / Step); steps > 0; steps--)
        {
            // A clock that rushes would take a write that is under way for one that has stalled.
            if (steps % StepsPerSecond == 0)
            {
                await Task.Delay(1);
            }

            var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _read = read;
            _time.Advance(Step);
            await read.Task.WaitAsync(Limit.Long);
        }
    }

    /// <summary>Moves the clock at once, as if nothing had run meanwhile.</summary>
    public void Jump(TimeSpan time) => _time.Advance(time);

    /// <summary>Moves the clock until something is over that waits for timeouts.</summary>
    public async Task PassUntilAsync(Task over)
    {
        while (!over.IsCompleted)
        {
            _time.Advance(Step);
            await Task.WhenAny(over, Task.Delay(1));
        }

        await over;
    }
}

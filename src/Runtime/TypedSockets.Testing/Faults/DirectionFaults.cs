namespace TypedSockets.Testing.Faults;

/// <summary>Decides what happens to the bytes of one direction, in all connections: when they are forwarded, in which pieces, or not at all.</summary>
internal sealed class DirectionFaults(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private FaultSettings _settings = FaultSettings.None;
    private TaskCompletionSource _changed = NewSignal();
    private long _forwarded;

    /// <summary>The time since this object was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>How many bytes were handed to the sockets of the receivers.</summary>
    public long Forwarded => Interlocked.Read(ref _forwarded);

    public FaultSettings Settings => Volatile.Read(ref _settings);

    public void Change(Func<FaultSettings, FaultSettings> change)
    {
        lock (_gate)
        {
            _settings = change(_settings);
            WakeAll();
        }
    }

    /// <summary>From now on the lane swallows what it reads, and does not tell its target what becomes of its source.</summary>
    public void Silence(Lane lane)
    {
        lock (_gate)
        {
            lane.IsSilent = true;
            WakeAll();
        }
    }

    /// <summary>Waits until something is to be done with the beginning of a chunk, or with the end of the stream.</summary>
    public async ValueTask<Passage> NextAsync(Lane lane, Chunk chunk, CancellationToken cancel)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_gate)
            {
                wait = WaitOf(lane, chunk);
                if (wait == TimeSpan.Zero)
                {
                    return Pass(lane, chunk);
                }

                changed = _changed.Task;
            }

            // Ends when the faults change or the time is up; either way the question is asked anew.
            await changed.WaitAsync(wait, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TimeSpan WaitOf(Lane lane, Chunk chunk)
    {
        if (lane.IsSilent)
        {
            return TimeSpan.Zero;
        }

        if (_settings.IsStalled)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var wait = DueTime(lane, chunk) - Now;

        // Timers count whole milliseconds: a fraction would be a wait of zero, again and again until the clock has moved.
        return wait > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : TimeSpan.Zero;
    }

    // Bytes leave when they have travelled long enough and the line is free; counted from when they came, not from when somebody looks.
    private TimeSpan DueTime(Lane lane, Chunk chunk)
    {
        var arrival = chunk.ReadAt + _settings.Delay;
        return _settings.BytesPerSecond is null || lane.FreeAt < arrival ? arrival : lane.FreeAt;
    }

    private Passage Pass(Lane lane, Chunk chunk)
    {
        if (lane.IsSilent)
        {
            return new Passage(chunk.Bytes.Length, IsSwallowed: true);
        }

        if (chunk.IsEnd)
        {
            return default;
        }

        var count = (int)Math.Min(Math.Min(chunk.Bytes.Length, _settings.LargestPiece), _settings.Cut?.Bytes ?? long.MaxValue);
        if (_settings.BytesPerSecond is { } rate)
        {
            lane.FreeAt = DueTime(lane, chunk) + (TimeSpan.FromSeconds(count) / rate);
        }

        Interlocked.Add(ref _forwarded, count);
        return new Passage(count, Cut: TakeCut(count));
    }

    private CutKind? TakeCut(int count)
    {
        if (_settings.Cut is not { } cut)
        {
            return null;
        }

        var isDue = cut.Bytes == count;
        _settings = _settings with { Cut = isDue ? null : cut with { Bytes = cut.Bytes - count } };
        return isDue ? cut.Kind : null;
    }

    private void WakeAll()
    {
        _changed.SetResult();
        _changed = NewSignal();
    }
}

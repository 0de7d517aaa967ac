namespace TypedSockets.Soak.Traffic;

/// <summary>Lets senders go on, holds them, and sends them home. Thread-safe.</summary>
public sealed class Gate
{
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _finished;

    public Gate() => _opened.SetResult();

    /// <summary>Holds whoever passes from now on.</summary>
    public void Close() => Volatile.Write(ref _opened, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Open() => Volatile.Read(ref _opened).TrySetResult();

    /// <summary>Ends the work of all who pass.</summary>
    public void Finish()
    {
        _finished = true;
        Open();
    }

    /// <summary>Waits while the gate is closed.</summary>
    /// <returns>Whether there is more to do.</returns>
    public async ValueTask<bool> PassAsync()
    {
        await Volatile.Read(ref _opened).Task;
        return !_finished;
    }
}

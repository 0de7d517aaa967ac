namespace TypedSockets.Client;

/// <summary>What the application has heard of the network: while it is down nothing is dialled, and when it is back the client dials at once. Thread-safe.</summary>
internal sealed class NetworkHints
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _came = Create();
    private bool _down;

    public void SetAvailable()
    {
        lock (_gate)
        {
            _down = false;
            _came.TrySetResult();
            _came = Create();
        }
    }

    public void SetUnavailable()
    {
        lock (_gate)
        {
            _down = true;
        }
    }

    /// <summary>Waits until the next dial is due: for a time, while the network is not known to be down, or until it comes back.</summary>
    public async Task WaitAsync(TimeSpan delay, TimeProvider time, CancellationToken cancel)
    {
        Task came;
        lock (_gate)
        {
            came = _came.Task;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var timer = Task.Delay(delay, time, stop.Token);
        await Task.WhenAny(timer, came).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        Task? back = null;
        lock (_gate)
        {
            // Read again: the hint may have come and gone since.
            back = _down ? _came.Task : null;
        }

        if (back is not null)
        {
            await back.WaitAsync(cancel).ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

namespace TypedSockets.Connections;

/// <summary>
/// The messages of a channel between the receive loop, which must never wait, and the runner, which takes them in order and one at a time. The two meet
/// behind the lock once for each frame, not once for each message: what came in a frame is published together, and taken over together.
/// </summary>
/// <param name="run">Lets the runner take, until <see cref="TryTake"/> returns false.</param>
internal sealed class InboundQueue(Action run)
{
    private readonly Lock _gate = new();

    // Of the receive loop: what came in the frames that it is taking apart.
    private InboundBatch _arriving = new();

    // Behind the lock: what waits for the runner.
    private InboundBatch _waiting = new();
    private TaskCompletionSource? _idle;
    private bool _started;
    private bool _running;
    private volatile bool _stopped;
    private int _detached;

    // Of the runner: what it has taken over, and how far it is.
    private InboundBatch _batch = new();
    private int _next;

    /// <summary>Whether nothing waits and no handler runs.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count == 0 && !_running && _detached == 0;
            }
        }
    }

    /// <summary>Lets the runner take: messages that came before wait for this.</summary>
    public void Start()
    {
        bool starts;
        lock (_gate)
        {
            _started = true;
            starts = TryStartRunning();
        }

        RunIf(starts);
    }

    /// <summary>Adds a message of a frame that the receive loop is taking apart; it can be taken after <see cref="Publish"/>.</summary>
    public void Stage(in InboundMessage message, ReadOnlySpan<byte> arguments) => _arriving.Add(message, arguments);

    /// <summary>Lets the runner take what was staged. Called by the receive loop.</summary>
    public void Publish()
    {
        bool starts;
        lock (_gate)
        {
            if (_stopped)
            {
                _arriving.Release();
            }
            else if (_waiting.Count == 0)
            {
                (_waiting, _arriving) = (_arriving, _waiting);
            }
            else
            {
                _waiting.TakeOver(_arriving);
            }

            starts = TryStartRunning();
        }

        RunIf(starts);
    }

    /// <summary>Adds a callback from any thread.</summary>
    public void Add(in InboundMessage callback)
    {
        bool starts;
        lock (_gate)
        {
            if (_stopped)
            {
                return;
            }

            _waiting.Add(callback, arguments: default);
            starts = TryStartRunning();
        }

        RunIf(starts);
    }

    /// <summary>Takes the next message out. Called by the runner alone.</summary>
    /// <returns>False if there is none; the runner ends then.</returns>
    public bool TryTake(out InboundMessage message)
    {
        while (_next < _batch.Count || TryTakeOver())
        {
            message = _batch[_next++];
            if (!_stopped)
            {
                return true;
            }

            message.Release();
        }

        message = default;
        return false;
    }

    /// <summary>The arguments of the message that was taken out last.</summary>
    public ReadOnlySpan<byte> Arguments(in InboundMessage message) => _batch.Arguments(message);

    /// <summary>Gives back what a burst needed, if nothing has come since.</summary>
    public void Trim()
    {
        if (!_batch.IsLarge && !_waiting.IsLarge)
        {
            return;
        }

        lock (_gate)
        {
            if (!_running && _waiting.Count == 0)
            {
                _waiting.Trim();
                _batch.Trim();
            }
        }
    }

    /// <summary>Notes a handler that goes on beside the next ones.</summary>
    public async Task LetGoAsync(Task handling)
    {
        lock (_gate)
        {
            _detached++;
        }

        await handling.ConfigureAwait(false);
        lock (_gate)
        {
            _detached--;
            NoteIdle();
        }
    }

    /// <summary>Lets the runner take nothing more.</summary>
    /// <returns>Completes when all handlers have finished.</returns>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopped = true;
            _waiting.Release();
            if (!_running && _detached == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private bool TryTakeOver()
    {
        _batch.Clear();
        _next = 0;
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _running = false;
                NoteIdle();
                return false;
            }

            (_batch, _waiting) = (_waiting, _batch);
            return true;
        }
    }

    // Called with the lock held.
    private bool TryStartRunning()
    {
        if (!_started || _running || _waiting.Count == 0)
        {
            return false;
        }

        _running = true;
        return true;
    }

    private void NoteIdle()
    {
        if (!_running && _detached == 0)
        {
            _idle?.TrySetResult();
        }
    }

    private void RunIf(bool starts)
    {
        if (starts)
        {
            run();
        }
    }
}

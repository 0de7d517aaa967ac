using System.Threading.Tasks.Sources;

namespace TypedSockets.Connections;

/// <summary>Wakes one waiting loop. Setting it costs one interlocked operation and allocates nothing; signals before a wait are kept, as one.</summary>
/// <remarks>
/// The loop goes on as a work item of the thread pool that the signal itself is: the continuation of a value task source would need an object for each wake. Loops
/// go on in the order in which they were woken, so that of a broadcast's receivers none is always the last.
/// </remarks>
internal sealed class AsyncSignal : IValueTaskSource, IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Signalled = 1;
    private const int Waiting = 2;

    private ManualResetValueTaskSourceCore<bool> _core;
    private int _state;

    /// <summary>Lets the waiting loop go on, or the next wait return at once. Thread-safe.</summary>
    public void Set()
    {
        // Always an exchange: without its fence, what the caller wrote before could be seen only after the waiter has looked for it.
        if (Interlocked.Exchange(ref _state, Signalled) == Waiting)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Waits for a signal. One waiter at a time; what was signalled before is to be looked at after this returns.</summary>
    public ValueTask WaitAsync()
    {
        _core.Reset();
        if (Interlocked.CompareExchange(ref _state, Waiting, Idle) == Idle)
        {
            return new ValueTask(this, _core.Version);
        }

        Interlocked.Exchange(ref _state, Idle);
        return default;
    }

    void IThreadPoolWorkItem.Execute() => _core.SetResult(true);

    void IValueTaskSource.GetResult(short token)
    {
        Interlocked.Exchange(ref _state, Idle);
        _core.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}

namespace TypedSockets.Connections;

/// <summary>How far the other end is with what it is owed. Thread-safe, except for what is said to need the session's lock.</summary>
internal sealed class PeerProgress(Peer peer, Admission admission)
{
    private TaskCompletionSource? _settled;
    private long _pongs;

    /// <summary>How many of this end's pings were answered.</summary>
    public long Pongs => Interlocked.Read(ref _pongs);

    /// <summary>How many messages the other end has not received, as far as this end knows.</summary>
    public long Unacknowledged
    {
        get
        {
            lock (peer.Gate)
            {
                return peer.EndReason is null ? peer.Outbox.Tail - peer.Outbox.Acked + admission.EmitCount : 0;
            }
        }
    }

    private bool IsSettled => peer.Outbox.IsSettled && admission.IsEmpty;

    /// <summary>Notes that the other end has answered a ping.</summary>
    public void NotePong() => Interlocked.Increment(ref _pongs);

    /// <summary>Completes when the other end has received and taken everything, or the session has ended.</summary>
    public Task WhenSettledAsync()
    {
        Task settled;
        lock (peer.Gate)
        {
            if (peer.EndReason is not null || IsSettled)
            {
                return Task.CompletedTask;
            }

            _settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            settled = _settled.Task;
        }

        // The pong carries the acknowledgement and what was taken, without waiting for a tick.
        peer.Frames.RequestPing();
        return settled;
    }

    /// <summary>Called with the lock held, after the other end has received or taken something.</summary>
    public void NoteMoved()
    {
        if (_settled is not null && IsSettled)
        {
            NoteEnded();
        }
    }

    /// <summary>Called with the lock held: there is nothing more to wait for.</summary>
    public void NoteEnded()
    {
        _settled?.TrySetResult();
        _settled = null;
    }
}

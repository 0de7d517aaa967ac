using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>A stream that goes to the other end: its items wait here, one at a time, until there is credit and room for them.</summary>
/// <param name="peer">The session.</param>
/// <param name="method">The method that it belongs to, for the texts of errors.</param>
/// <param name="id">The stream's id.</param>
internal class OutboundStream(Peer peer, HubMethod method, uint id) : Delivery, IItemSink
{
    private readonly StreamWindow _window = new();
    private MessageBody? _waiting;
    private TaskCompletionSource? _taken;
    private volatile bool _isOver;

    public uint Id => id;

    /// <summary>Whether nothing more is sent.</summary>
    public bool IsOver => _isOver;

    /// <summary>Whether an item waits for credit or room. Called with the lock held.</summary>
    public bool HasWaiting => _waiting is not null;

    protected Peer Peer => peer;

    /// <summary>Queues an item, or waits until it can be.</summary>
    public ValueTask SendItemAsync(MessageBody item)
    {
        if (item.Length > peer.MaxOutboundBytes)
        {
            var tooLarge = SocketErrors.ItemTooLarge(method, item.Length, peer.MaxOutboundBytes);
            item.Release();
            return ValueTask.FromException(tooLarge);
        }

        Task taken;
        Action? wake;
        lock (peer.Gate)
        {
            if (_isOver)
            {
                item.Release();
                return ValueTask.FromException(new OperationCanceledException("The stream has ended."));
            }

            _waiting = item;
            if (TryQueue())
            {
                taken = Task.CompletedTask;
            }
            else
            {
                _taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                taken = _taken.Task;
                peer.Streams.Wait(this);
            }

            wake = peer.Outbox.TakeNews() ? peer.Wake : null;
        }

        wake?.Invoke();
        return new ValueTask(taken);
    }

    /// <summary>Queues the item that waits, if it may go. Called with the lock held.</summary>
    /// <returns>False if it waits on.</returns>
    public bool TryQueue()
    {
        if (_waiting is not { } item || !_window.MayGo(peer.Streams.WindowBytes))
        {
            return false;
        }

        // Read before: the outbox may copy what it takes, and give the body back.
        var bytes = item.Length;
        if (!peer.Outbox.TryAdd(OutboundMessage.Item(id, item, this)))
        {
            return false;
        }

        _window.Queued(bytes);
        _waiting = null;
        _taken?.TrySetResult();
        _taken = null;
        return true;
    }

    /// <summary>Takes in a credit. Called with the lock held.</summary>
    /// <returns>False if the peer claims to have taken more than was sent.</returns>
    public bool TryCredit(uint total) => _window.TryCredit(total);

    /// <summary>Sends nothing more. Called with the lock held.</summary>
    public virtual void Stop()
    {
        _isOver = true;
        _waiting?.Release();
        _waiting = null;
        _taken?.TrySetException(new OperationCanceledException("The stream has ended."));
        _taken = null;
    }

    public override void NoteSent(int bytes) => _window.Sent(bytes);
}

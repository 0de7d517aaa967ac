using TypedSockets.Hubs;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>The messages that wait for room in a full outbox, in their order; answers go first. Callers hold the session's lock.</summary>
internal sealed class Admission
{
    private readonly LinkedList<Waiter> _answers = new();
    private readonly LinkedList<Waiter> _others = new();

    public bool IsEmpty => _answers.Count == 0 && _others.Count == 0;

    /// <summary>How many emits and calls wait.</summary>
    public int EmitCount => _others.Count;

    /// <summary>Adds a message to the outbox, if there is room and none of its kind waits that it would overtake.</summary>
    public bool TryAdd(in OutboundMessage message, Outbox outbox) => Line(message).Count == 0 && outbox.TryAdd(message);

    /// <summary>Adds a message to the outbox, or to those that wait.</summary>
    public void AddOrWait(in OutboundMessage message, Outbox outbox)
    {
        if (!TryAdd(message, outbox))
        {
            Add(message);
        }
    }

    public Waiter Add(in OutboundMessage message)
    {
        var waiter = new Waiter(message);
        Line(message).AddLast(waiter);
        return waiter;
    }

    /// <summary>Moves what there is room for into the outbox.</summary>
    public void Admit(Outbox outbox)
    {
        Admit(_answers, outbox);
        Admit(_others, outbox);
    }

    /// <summary>Takes a message out again.</summary>
    /// <returns>False if it was admitted already.</returns>
    public bool TryRemove(Waiter waiter)
    {
        if (!_others.Remove(waiter))
        {
            return false;
        }

        waiter.Message.Body.Release();
        return true;
    }

    /// <summary>Takes the call with an id out again.</summary>
    /// <returns>False if it does not wait here.</returns>
    public bool TryRemoveCall(uint callId)
    {
        for (var node = _others.First; node is not null; node = node.Next)
        {
            if (node.Value.Message.Kind == Protocol.MessageKind.Invoke && node.Value.Message.CallId == callId)
            {
                return TryRemove(node.Value);
            }
        }

        return false;
    }

    /// <summary>Turns the calls away that wait, and the answers; whoever removes a call fails it.</summary>
    /// <returns>The ids of the calls.</returns>
    public HashSet<uint> RemoveCalls()
    {
        HashSet<uint> calls = [];
        for (var node = _others.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Message.Kind == Protocol.MessageKind.Invoke)
            {
                calls.Add(node.Value.Message.CallId);
                node.Value.Message.Body.Release();
                _others.Remove(node);
            }

            node = next;
        }

        foreach (var waiter in _answers)
        {
            waiter.Message.Body.Release();
        }

        _answers.Clear();
        return calls;
    }

    /// <summary>Turns emits and calls away; whoever removes a call fails it.</summary>
    /// <returns>The ids of the calls.</returns>
    public List<uint> Remove(Func<OutboundMessage, bool> condition, DropReason reason, Func<HubMethod, Exception> error)
    {
        List<uint> calls = [];
        foreach (var waiter in _others.Where(waiter => condition(waiter.Message)).ToList())
        {
            var message = waiter.Message;
            TryRemove(waiter);
            if (message.Kind == Protocol.MessageKind.Invoke)
            {
                calls.Add(message.CallId);
                continue;
            }

            message.Delivery?.NoteDropped(reason);
            waiter.Admitted.TrySetException(error(message.Method!));
        }

        return calls;
    }

    /// <summary>Turns every emit away that waits.</summary>
    public void Fail(Exception error)
    {
        foreach (var waiter in _others)
        {
            waiter.Message.Body.Release();
            waiter.Message.Delivery?.NoteDropped(DropReason.Disposed);
            waiter.Admitted.TrySetException(error);
        }

        _others.Clear();
    }

    private LinkedList<Waiter> Line(in OutboundMessage message) => message.IsWindowed ? _others : _answers;

    private static void Admit(LinkedList<Waiter> waiters, Outbox outbox)
    {
        while (waiters.First is { } first && outbox.TryAdd(first.Value.Message))
        {
            waiters.RemoveFirst();
            first.Value.Admitted.TrySetResult();
        }
    }

    internal sealed class Waiter(OutboundMessage message)
    {
        public OutboundMessage Message { get; } = message;

        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

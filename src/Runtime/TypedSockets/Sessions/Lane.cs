namespace TypedSockets.Sessions;

/// <summary>The messages of one channel that have no number yet, in their order. They may still be cancelled.</summary>
internal sealed class Lane
{
    private Waiting[] _ring = [];
    private int _head;

    public int Count { get; private set; }

    /// <summary>When the first message was admitted, as a position in the order of all lanes.</summary>
    public long FirstStamp => _ring[_head].Stamp;

    public ref readonly OutboundMessage First => ref _ring[_head].Message;

    public void Add(in OutboundMessage message, long stamp)
    {
        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[Index(Count)] = new Waiting(message, stamp);
        Count++;
    }

    public OutboundMessage Take()
    {
        var message = _ring[_head].Message;
        _ring[_head] = default;
        _head = Index(1);
        Count--;
        return message;
    }

    /// <summary>Takes a call out of the lane.</summary>
    /// <returns>Whether it was there.</returns>
    public bool TryRemoveCall(uint callId, out OutboundMessage removed)
    {
        for (var i = 0; i < Count; i++)
        {
            ref var candidate = ref _ring[Index(i)];
            if (candidate.Message.Kind == Protocol.MessageKind.Invoke && candidate.Message.CallId == callId)
            {
                removed = candidate.Message;
                for (var j = i; j < Count - 1; j++)
                {
                    _ring[Index(j)] = _ring[Index(j + 1)];
                }

                _ring[Index(Count - 1)] = default;
                Count--;
                return true;
            }
        }

        removed = default;
        return false;
    }

    private int Index(int offset) => (_head + offset) & (_ring.Length - 1);

    private void Grow()
    {
        var larger = new Waiting[Math.Max(8, _ring.Length * 2)];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = _ring[Index(i)];
        }

        _ring = larger;
        _head = 0;
    }

    private readonly struct Waiting(OutboundMessage message, long stamp)
    {
        public readonly OutboundMessage Message = message;
        public readonly long Stamp = stamp;
    }
}

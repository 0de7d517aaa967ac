using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>The messages of one channel that have no number yet, in their order. They may still be cancelled, replaced or dropped.</summary>
internal sealed class Lane
{
    // What is worth the allocation when the lane is used again.
    private const int KeptCapacity = 16;

    private readonly BodyPacker _packer = new();
    private Waiting[] _ring = [];
    private int _head;

    public int Count { get; private set; }

    /// <summary>When the first message was admitted, as a position in the order of all lanes.</summary>
    public long FirstStamp => _ring[_head].Stamp;

    public ref readonly OutboundMessage First => ref _ring[_head].Message;

    public ref readonly OutboundMessage this[int index] => ref _ring[Slot(index)].Message;

    public void Add(in OutboundMessage message, long stamp)
    {
        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[Slot(Count)] = new Waiting(_packer.Pack(message), stamp);
        Count++;
    }

    public OutboundMessage Take()
    {
        var message = First;
        RemoveFirst();
        return message;
    }

    public void RemoveFirst()
    {
        _ring[_head] = default;
        _head = Slot(1);
        Count--;
    }

    /// <summary>Where the call with an id stands; negative if it is not here.</summary>
    public int IndexOfCall(uint callId)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var message = ref this[i];
            if (message.Kind == MessageKind.Invoke && message.CallId == callId)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the oldest emit of an event stands, of those with a key if one is given; negative if there is none.</summary>
    public int IndexOfEmit(HubMethod method, string? coalesceKey = null)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var message = ref this[i];
            if (message.Kind == MessageKind.Emit && ReferenceEquals(message.Method, method)
                && (coalesceKey is null || message.Delivery?.CoalesceKey == coalesceKey))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes a message out; those behind it move up.</summary>
    public OutboundMessage RemoveAt(int index)
    {
        var removed = this[index];
        for (var i = index; i < Count - 1; i++)
        {
            _ring[Slot(i)] = _ring[Slot(i + 1)];
        }

        _ring[Slot(Count - 1)] = default;
        Count--;
        return removed;
    }

    /// <summary>Gives up the memory that a burst has left behind.</summary>
    public void Trim()
    {
        if (Count == 0 && _ring.Length > KeptCapacity)
        {
            _ring = [];
        }
    }

    private int Slot(int index) => (_head + index) & (_ring.Length - 1);

    private void Grow()
    {
        var larger = new Waiting[Math.Max(8, _ring.Length * 2)];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = _ring[Slot(i)];
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

namespace TypedSockets.Sessions;

/// <summary>The messages that have a number and are not acknowledged: immutable, in the order of their numbers, ready to be written again.</summary>
internal sealed class ReplayRing
{
    // What is worth the allocation when the session sends again.
    private const int KeptCapacity = 16;

    private OutboundMessage[] _entries = [];

    /// <summary>The number of the last message that was freed.</summary>
    public long Acked { get; private set; }

    /// <summary>The highest number given.</summary>
    public long Numbered { get; private set; }

    /// <summary>The bytes of the messages, as they count against the outbox.</summary>
    public long Bytes { get; private set; }

    public ref readonly OutboundMessage this[long number] => ref _entries[Slot(number)];

    /// <summary>Gives a message the next number.</summary>
    public void Add(in OutboundMessage message)
    {
        if (Numbered - Acked == _entries.Length)
        {
            Grow();
        }

        _entries[Slot(++Numbered)] = message;
        Bytes += message.OutboxBytes;
    }

    /// <summary>Frees the messages that the peer has received.</summary>
    public void Free(long received)
    {
        while (Acked < received)
        {
            ref var entry = ref _entries[Slot(++Acked)];
            Bytes -= entry.OutboxBytes;
            entry.Body.Release();
            entry.Delivery?.NoteAcknowledged();
            entry = default;
        }
    }

    /// <summary>Gives every message up, and counts from the beginning again.</summary>
    public void Clear()
    {
        while (Acked < Numbered)
        {
            ref var entry = ref _entries[Slot(++Acked)];
            entry.Body.Release();
            entry.Delivery?.NoteUnknown();
        }

        _entries = [];
        Bytes = Acked = Numbered = 0;
    }

    /// <summary>Gives up the memory that a burst has left behind.</summary>
    public void Trim()
    {
        if (Acked == Numbered && _entries.Length > KeptCapacity)
        {
            _entries = [];
        }
    }

    private int Slot(long number) => (int)number & (_entries.Length - 1);

    private void Grow()
    {
        var larger = new OutboundMessage[Math.Max(KeptCapacity, _entries.Length * 2)];
        for (var number = Acked + 1; number <= Numbered; number++)
        {
            larger[(int)number & (larger.Length - 1)] = _entries[Slot(number)];
        }

        _entries = larger;
    }
}

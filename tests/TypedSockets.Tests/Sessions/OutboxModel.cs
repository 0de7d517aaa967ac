using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>The outbox as the specification words it, with plain lists: slow and obvious.</summary>
internal sealed class OutboxModel(OutboxLimits limits, PeerWindow peer)
{
    private readonly List<Entry> _waiting = [];
    private readonly List<OutboundMessage> _numbered = [];
    private readonly Dictionary<int, (bool Open, List<int> Untaken, int Taken)> _channels = [];
    private long _stamp;
    private int _callsInFlight;

    public int Acked { get; private set; }

    public int Numbered => _numbered.Count;

    public int Tail => Numbered + _waiting.Count;

    public long Bytes => _numbered.Skip(Acked).Concat(_waiting.Select(entry => entry.Message)).Sum(message => (long)message.OutboxBytes);

    public int CallsInFlight => _callsInFlight;

    public bool IsSettled => Acked == Tail && _channels.Values.All(channel => channel.Untaken.Count == 0);

    public void AddChannel() => _channels.Add(_channels.Count, (false, [], 0));

    public void Open(int channel) => _channels[channel] = _channels[channel] with { Open = true };

    public bool MayAdd(in OutboundMessage message)
    {
        var share = message.IsWindowed ? 0.75 : 1.0;
        return Tail - Acked + 1 <= limits.Messages * share && Bytes + message.OutboxBytes <= limits.Bytes * share;
    }

    /// <param name="message">The message, as it was before the outbox took it.</param>
    /// <param name="body">Its bytes, because the outbox may move them.</param>
    public void Add(in OutboundMessage message, byte[] body) => _waiting.Add(new Entry(message, body, ++_stamp));

    /// <summary>The oldest message that heads its channel's queue and that the windows let go.</summary>
    public Entry? Next()
    {
        var heads = _waiting.GroupBy(entry => entry.Message.Channel).Select(group => group.MinBy(entry => entry.Stamp)!);
        var free = heads.Where(head => MayGo(head.Message)).ToList();
        return free.MinBy(head => head.Stamp);
    }

    public void Send(Entry entry)
    {
        var message = entry.Message;
        _waiting.Remove(entry);
        _numbered.Add(message);
        if (message.IsWindowed)
        {
            _channels[message.Channel].Untaken.Add(message.WindowBytes);
            _callsInFlight += message.Kind == MessageKind.Invoke ? 1 : 0;
        }
    }

    public bool Acknowledge(long received)
    {
        if (received > Numbered)
        {
            return false;
        }

        Acked = (int)Math.Max(Acked, received);
        return true;
    }

    public int Taken(int channel) => _channels[channel].Taken;

    public int Untaken(int channel) => _channels[channel].Untaken.Count;

    public bool Take(int channel, int count)
    {
        var (open, untaken, taken) = _channels[channel];
        if (count - taken > untaken.Count)
        {
            return false;
        }

        var newly = Math.Max(0, count - taken);
        untaken.RemoveRange(0, newly);
        _channels[channel] = (open, untaken, taken + newly);
        return true;
    }

    public void CallEnded() => _callsInFlight--;

    public bool Withdraw(int channel, uint callId)
    {
        var index = _waiting.FindIndex(entry =>
            entry.Message.Kind == MessageKind.Invoke && entry.Message.CallId == callId && entry.Message.Channel == channel);
        if (index >= 0)
        {
            _waiting.RemoveAt(index);
        }

        return index >= 0;
    }

    private bool MayGo(in OutboundMessage message)
    {
        if (!message.IsWindowed)
        {
            return true;
        }

        var (open, own, _) = _channels[message.Channel];
        var all = _channels.Values.SelectMany(channel => channel.Untaken).ToList();
        return open
            && (message.Kind != MessageKind.Invoke || _callsInFlight < peer.Calls)
            && all.Count < peer.Messages
            && own.Count < peer.Messages / 2
            && (all.Count == 0 || all.Sum() + message.WindowBytes <= peer.Bytes)
            && (own.Count == 0 || own.Sum() + message.WindowBytes <= peer.Bytes / 2);
    }

    internal sealed record Entry(OutboundMessage Message, byte[] Body, long Stamp);
}

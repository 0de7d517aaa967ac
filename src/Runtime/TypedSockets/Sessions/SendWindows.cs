using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>What may be sent now: the windows of all channels and of the session, and the calls in flight (docs/protocol/sessions.md).</summary>
internal sealed class SendWindows
{
    private readonly List<SendWindow> _channels = [];
    private readonly List<bool> _open = [];
    private PeerWindow _peer;
    private int _messages;
    private long _bytes;
    private int _callsInFlight;

    /// <summary>Whether the peer has taken everything.</summary>
    public bool IsEmpty => _messages == 0;

    /// <summary>Lets no emit and no call go, because the other end shuts down: only what answers it.</summary>
    public bool Closed { get; set; }

    public void SetPeer(PeerWindow window) => _peer = window;

    /// <returns>The channel's index.</returns>
    public int AddChannel()
    {
        _channels.Add(new SendWindow());
        _open.Add(false);
        return _channels.Count - 1;
    }

    public void Open(int channel) => _open[channel] = true;

    /// <summary>Whether a message may go. A window that is empty lets any message go, so that one larger than the window cannot block for ever.</summary>
    public bool MayGo(in OutboundMessage message)
    {
        if (message.Channel == OutboundMessage.NoChannel)
        {
            return true;
        }

        if (Closed || !_open[message.Channel] || (message.Kind == MessageKind.Invoke && _callsInFlight >= _peer.Calls))
        {
            return false;
        }

        var window = _channels[message.Channel];
        var size = message.WindowBytes;
        return _messages < _peer.Messages
            && window.Messages < _peer.Messages / 2
            && (_messages == 0 || _bytes + size <= _peer.Bytes)
            && (window.Messages == 0 || window.Bytes + size <= _peer.Bytes / 2);
    }

    public void Sent(in OutboundMessage message, long number)
    {
        var isCall = message.Kind == MessageKind.Invoke;
        _channels[message.Channel].Sent(new UntakenMessage(number, message.WindowBytes, message.Method!.Id, isCall));
        _messages++;
        _bytes += message.WindowBytes;
        _callsInFlight += isCall ? 1 : 0;
    }

    /// <summary>Notes how many messages of a channel the peer has taken.</summary>
    /// <returns>False if that many were never sent.</returns>
    public bool TryTaken(int channel, uint count)
    {
        var valid = _channels[channel].Taken(count, out var messages, out var bytes);
        _messages -= messages;
        _bytes -= bytes;
        return valid;
    }

    public void CallEnded() => _callsInFlight--;

    /// <summary>Gives up the memory that a burst has left behind.</summary>
    public void Trim()
    {
        foreach (var window in _channels)
        {
            window.Trim();
        }
    }

    /// <summary>Starts again for a new session, with the same channels, none of them open.</summary>
    /// <returns>The messages that the peer had not taken, as far as it said, in the order of their numbers, and the index of the channel of each.</returns>
    public List<(int Channel, UntakenMessage Message)> Renew()
    {
        var untaken = _channels.SelectMany((window, channel) => window.Untaken.Select(message => (channel, message))).OrderBy(entry => entry.message.Number).ToList();
        for (var i = 0; i < _channels.Count; i++)
        {
            _channels[i] = new SendWindow();
            _open[i] = false;
        }

        _messages = 0;
        _bytes = 0;
        _callsInFlight = 0;
        Closed = false;
        return untaken;
    }
}

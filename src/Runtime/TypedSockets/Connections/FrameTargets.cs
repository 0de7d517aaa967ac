using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>The channels that get something from the frames that are being taken apart. Of the receive loop.</summary>
internal sealed class FrameTargets(Peer peer)
{
    private readonly List<Channel> _reached = [];
    private Channel? _last;

    /// <summary>The channel that a message is for; it gets what it was given with <see cref="Publish"/>.</summary>
    /// <exception cref="ProtocolException">There is none of that number.</exception>
    public Channel Reach(uint wireId)
    {
        if (_last is { } last && last.WireId == wireId)
        {
            return last;
        }

        _last = peer.Channels.Find(wireId) ?? throw ProtocolErrors.UnknownChannel(wireId);
        if (!_reached.Contains(_last))
        {
            _reached.Add(_last);
        }

        return _last;
    }

    /// <summary>Checks the window of the session, once for each frame; each channel has looked after its own.</summary>
    /// <exception cref="ProtocolException">The peer exceeded it.</exception>
    public void CheckWindow()
    {
        if (_last is null)
        {
            return;
        }

        var (messages, bytes) = peer.Channels.Untaken;
        if (messages > peer.Limits.WindowMessages || (messages > 1 && bytes > peer.Limits.WindowBytes))
        {
            throw ProtocolErrors.WindowExceeded(_last.WireId ?? 0);
        }
    }

    /// <summary>Lets the handlers start: what has its number is received, also if what followed it broke the protocol.</summary>
    public void Publish()
    {
        foreach (var channel in _reached)
        {
            channel.Publish();
        }

        _reached.Clear();
        _last = null;
    }
}

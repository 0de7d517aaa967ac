using System.Collections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>The hubs of a session, by their index at this end. Thread-safe, except that it is enumerated with the session's lock held.</summary>
internal sealed class ChannelTable(Peer peer) : IReadOnlyList<Channel>
{
    private const int TellingShare = 8;

    private readonly List<Channel> _channels = [];

    // Those with a number on the wire; replaced as a whole, because every message that comes looks into it, without a lock.
    private volatile Channel[] _open = [];

    public int Count => _channels.Count;

    public Channel this[int index] => _channels[index];

    /// <summary>
    /// After how many messages of a channel were taken the other end is told without waiting for a frame to ride on: early enough that it never meets its
    /// window as long as handlers keep up, also if all open channels share the window of the session.
    /// </summary>
    public int TellAfterMessages { get; private set; }

    /// <summary>After how many bytes of a channel were taken the other end is told.</summary>
    public long TellAfterBytes { get; private set; }

    /// <summary>What came on the open channels and was not taken yet. Called by the receive loop.</summary>
    public (int Messages, long Bytes) Untaken
    {
        get
        {
            var messages = 0;
            var bytes = 0L;
            foreach (var channel in _open)
            {
                var untaken = channel.Untaken;
                messages += untaken.Messages;
                bytes += untaken.Bytes;
            }

            return (messages, bytes);
        }
    }

    /// <summary>Adds a hub; what is sent to it waits until it is open.</summary>
    public Channel Add(HubContract contract, MessageHandler handler)
    {
        lock (peer.Gate)
        {
            var channel = new Channel(peer, peer.Outbox.AddChannel(), contract, handler);
            _channels.Add(channel);
            return channel;
        }
    }

    /// <summary>Opens the channel that the other end has granted.</summary>
    /// <exception cref="ProtocolException">Nobody has asked for it, or the other end's contract is another and cannot be read.</exception>
    public void Open(ChannelGrant grant)
    {
        var channel = Find(grant.Hub) ?? throw ProtocolErrors.UnknownHub(grant.Hub);
        if (grant.Manifest is { } manifest && channel.Translation is null)
        {
            Translate(channel, manifest);
        }

        Open(channel, grant.Id);
    }

    /// <summary>Gives a channel its number on the wire: what waits in its lane may go now.</summary>
    public void Open(Channel channel, uint wireId)
    {
        lock (peer.Gate)
        {
            channel.WireId = wireId;
            if (!_open.Contains(channel))
            {
                _open = [.. _open, channel];
                TellAfterMessages = peer.Limits.WindowMessages / (TellingShare * _open.Length);
                TellAfterBytes = peer.Limits.WindowBytes / (TellingShare * _open.Length);
            }

            peer.Outbox.OpenChannel(channel.Index);
        }

        peer.Wake?.Invoke();
    }

    public Channel? Find(uint wireId)
    {
        foreach (var channel in _open)
        {
            if (channel.WireId == wireId)
            {
                return channel;
            }
        }

        return null;
    }

    public Channel? Find(string hub)
    {
        lock (peer.Gate)
        {
            return _channels.Find(channel => channel.Contract.Name == hub);
        }
    }

    /// <summary>Asks the other end to open the channels that it was not asked for yet in this session.</summary>
    public void RequestMissing()
    {
        List<Channel> missing;
        lock (peer.Gate)
        {
            missing = _channels.FindAll(channel => channel.WireId is null && !channel.IsRequested);
            missing.ForEach(channel => channel.IsRequested = true);
        }

        missing.ForEach(channel => peer.Emits.SendControl(MessageKind.ChannelOpen, ChannelMessages.Open(channel.Request)));
    }

    /// <summary>Starts again for a new session: nothing is open. Called with the lock held.</summary>
    public void Renew()
    {
        _channels.ForEach(channel => channel.Renew());
        _open = [];
    }

    /// <summary>Starts no more handlers.</summary>
    /// <returns>Completes when the handlers have finished.</returns>
    public Task StopAsync()
    {
        lock (peer.Gate)
        {
            return Task.WhenAll(_channels.ConvertAll(channel => channel.StopAsync()));
        }
    }

    // Before anything of the channel may be written: what waits for it may be what does not work.
    private void Translate(Channel channel, string manifest)
    {
        ContractTranslation translation;
        try
        {
            var own = channel.Contract.Manifest ?? throw ProtocolErrors.OtherContract(channel.Contract.Name);
            translation = new ContractTranslation(channel.Contract, ManifestReader.Parse(own), ManifestReader.Parse(manifest));
        }
        catch (FormatException)
        {
            throw ProtocolErrors.Malformed($"the contract of hub '{channel.Contract.Name}' cannot be read");
        }

        Action tell;
        lock (peer.Gate)
        {
            channel.Translation = translation;
            tell = peer.Emits.TurnAway(
                message => message.Channel == channel.Index && translation.ProblemOf(message.Method!) is not null,
                DropReason.ContractMismatch,
                method => SocketErrors.Mismatch(method, translation.ProblemOf(method)!));
        }

        tell();
        peer.ContractDiffers?.Invoke(channel.Contract, translation.Differences);
    }

    public IEnumerator<Channel> GetEnumerator() => _channels.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>The hubs of a session, by their index at this end. Thread-safe, except for what is said to need the session's lock.</summary>
internal sealed class PeerChannels(Peer peer)
{
    /// <summary>All of them, by index. Read with the lock held.</summary>
    public List<Channel> All { get; } = [];

    public Channel Add(HubContract contract, MessageHandler handler)
    {
        lock (peer.Gate)
        {
            var channel = new Channel(peer, peer.Outbox.AddChannel(), contract, handler);
            All.Add(channel);
            return channel;
        }
    }

    /// <summary>Opens the channel that the other end has granted.</summary>
    /// <exception cref="ProtocolException">Nobody has asked for it.</exception>
    public void Open(ChannelGrant grant) => Open(Find(grant.Hub) ?? throw ProtocolErrors.UnknownHub(grant.Hub), grant.Id);

    /// <summary>Gives a channel its number on the wire: what waits in its lane may go now.</summary>
    public void Open(Channel channel, uint wireId)
    {
        lock (peer.Gate)
        {
            channel.WireId = wireId;
            peer.Outbox.OpenChannel(channel.Index);
        }

        peer.Wake?.Invoke();
    }

    public Channel? Find(uint wireId)
    {
        lock (peer.Gate)
        {
            // Every message comes through here: a loop over a few channels needs no closure.
            foreach (var channel in All)
            {
                if (channel.WireId == wireId)
                {
                    return channel;
                }
            }
        }

        return null;
    }

    public Channel? Find(string hub)
    {
        lock (peer.Gate)
        {
            return All.Find(channel => channel.Contract.Name == hub);
        }
    }
}

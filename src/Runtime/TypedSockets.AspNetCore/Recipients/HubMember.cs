using TypedSockets.AspNetCore.Sessions;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>One session's place in one hub.</summary>
internal sealed class HubMember(ServerSession session, HubMembers hub)
{
    private readonly Dictionary<string, OthersSender> _groups = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private bool _left;

    public ServerSession Session => session;

    public Peer Peer => session.Peer;

    /// <summary>Set right after the member was created: its handler needs the member.</summary>
    public Channel Channel { get; set; } = null!;

    public string ConnectionId => session.ConnectionId;

    public string? UserId => session.UserId;

    /// <summary>Enqueues an emit, or ends the session if its outbox is full. Does not own the body; never throws, never waits.</summary>
    public void Send(HubMethod method, MessageBody body)
    {
        if (body.Length > Peer.MaxOutboundBytes)
        {
            session.End(SessionEnd.Refused(SocketCloseCode.TooLarge, $"an emit of {body.Length} bytes is larger than this client reads"));
            return;
        }

        body.AddReferences();
        if (method.IsVolatile)
        {
            Peer.Emits.SendVolatile(OutboundMessage.Emit(Channel.Index, method, body));
            return;
        }

        var outcome = Peer.Emits.TrySend(OutboundMessage.Emit(Channel.Index, method, body, EmitDelivery.Replacing(method, body)));
        if (outcome == SendOutcome.Taken)
        {
            return;
        }

        body.Release();
        if (outcome == SendOutcome.Full)
        {
            session.End(SessionEnd.Overflow);
        }
    }

    public void Join(string group)
    {
        lock (_gate)
        {
            if (!_left && !_groups.ContainsKey(group))
            {
                _groups.Add(group, new OthersSender(hub.AddToGroup(group, this), this));
            }
        }
    }

    public void Leave(string group)
    {
        lock (_gate)
        {
            if (_groups.Remove(group))
            {
                hub.RemoveFromGroup(group, this);
            }
        }
    }

    /// <summary>The other members of a group; needs no allocation for a group that the member is in.</summary>
    public MessageSender OthersInGroup(string group)
    {
        lock (_gate)
        {
            return _groups.TryGetValue(group, out var others) ? others : new OthersSender(hub.Group(group), this);
        }
    }

    /// <summary>Takes the member out of every group, for good.</summary>
    public void LeaveAll()
    {
        lock (_gate)
        {
            _left = true;
            foreach (var group in _groups.Keys)
            {
                hub.RemoveFromGroup(group, this);
            }

            _groups.Clear();
        }
    }
}

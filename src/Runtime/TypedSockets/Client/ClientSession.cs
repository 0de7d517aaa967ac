using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Client;

/// <summary>
/// What a client knows of its session: its credentials, how often it has dialled, and what a Welcome means for it (docs/protocol/sessions.md). When
/// the session is lost, the next one takes its place here. Used by one loop; synchronous, and as deterministic as its source of random bytes.
/// </summary>
internal sealed class ClientSession
{
    private readonly Peer _peer;
    private readonly Func<int, byte[]> _random;
    private byte[] _id = [];
    private byte[] _secret = [];
    private uint _attempt;
    private bool _create;
    private string _epoch = "";
    private uint? _lastOfDrain;

    /// <param name="peer">The client's peer.</param>
    /// <param name="random">Makes so many random bytes.</param>
    public ClientSession(Peer peer, Func<int, byte[]> random)
    {
        _peer = peer;
        _random = random;
        Found();
    }

    /// <summary>Whether the server knows the session.</summary>
    public bool IsFounded => !_create;

    /// <summary>How many sessions were lost before this one.</summary>
    public int Losses { get; private set; }

    /// <summary>Why the last one was lost.</summary>
    public GapReason LastLoss { get; private set; }

    /// <summary>Writes what the client says on a new socket. The old one must not be read any more.</summary>
    /// <param name="channels">The client's hubs.</param>
    public HelloMessage CreateHello(IReadOnlyList<Channel> channels) => new()
    {
        SessionId = _id,
        Secret = _secret,
        Attempt = ++_attempt,
        Create = _create,
        Received = _peer.StateReceived(),
        Channels = [.. channels.Select(channel => channel.Request)],
        WindowMessages = _peer.Limits.WindowMessages,
        WindowBytes = _peer.Limits.WindowBytes,
        MaxFrameBytes = _peer.Limits.MaxFrameBytes,
        MaxPendingCalls = _peer.Limits.MaxPendingCalls,
        ClientInfo = "TypedSockets .NET",
    };

    /// <summary>Takes in the server's answer.</summary>
    /// <param name="welcome">The answer.</param>
    /// <param name="loss">What the lost session has cost, if it is lost: a second Hello founds the next one.</param>
    /// <returns>How many messages are written again, or null if there was nothing to resume: the session is new, or lost.</returns>
    /// <exception cref="ProtocolException">The answer does not fit the question.</exception>
    public long? Accept(WelcomeMessage welcome, out SessionLoss? loss)
    {
        loss = null;
        switch (welcome.Outcome)
        {
            case SessionOutcome.Lost:
                loss = Lose(ReasonOf(welcome), welcome.Numbered);
                return null;
            case SessionOutcome.New when _create:
                Open(welcome);
                return null;
            case SessionOutcome.Resumed:
                if (!_peer.TryResume(welcome.Received, out var replayed))
                {
                    loss = Lose(GapReason.PositionMismatch);
                    return null;
                }

                Open(welcome);
                return replayed;
            default:
                throw ProtocolErrors.Malformed("the Welcome does not answer the Hello");
        }
    }

    /// <summary>Gives the session up; the next dial founds a new one.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="numbered">How many messages the server had numbered; negative if that is not known.</param>
    public SessionLoss Lose(GapReason reason, long numbered = -1)
    {
        var wasOpen = !_create;
        if (numbered < 0 && _lastOfDrain is { } last)
        {
            // The server said how far it would go before it shut down.
            var received = _peer.Inbox.Received;
            numbered = received + unchecked((int)(last - (uint)received));
        }

        var loss = _peer.Renew(reason, wasOpen ? numbered : 0);
        if (wasOpen)
        {
            Losses++;
            LastLoss = reason;
        }

        Found();
        return loss;
    }

    /// <summary>Gives the session up because the server has closed with a code that says so.</summary>
    public SessionLoss Lose(SocketCloseCode code) => Lose(code switch
    {
        SocketCloseCode.Overflow => GapReason.Overflow,
        SocketCloseCode.Superseded => GapReason.Superseded,
        SocketCloseCode.OwnerLost => GapReason.OwnerLost,
        _ => GapReason.Ended,
    });

    /// <summary>Notes how many messages the server will have numbered, modulo 2^32, when it shuts down.</summary>
    public void NoteLastOfDrain(uint numbered) => _lastOfDrain = numbered;

    private void Found()
    {
        _id = _random(HelloMessage.SessionIdLength);
        _secret = _random(HelloMessage.SecretLength);
        _attempt = 0;
        _create = true;
        _lastOfDrain = null;
    }

    private void Open(WelcomeMessage welcome)
    {
        _create = false;
        _epoch = welcome.Epoch;
        _peer.SetRemoteLimits(new PeerWindow(welcome.WindowMessages, welcome.WindowBytes, welcome.MaxPendingCalls), welcome.MaxFrameBytes);
        welcome.Channels.ForEach(_peer.Channels.Open);
    }

    private GapReason ReasonOf(WelcomeMessage welcome) => (GapReason)welcome.LostReason switch
    {
        GapReason.Unknown when welcome.Epoch != _epoch && !_create => _lastOfDrain is null ? GapReason.ServerRestart : GapReason.Drained,
        var reason when Enum.IsDefined(reason) => reason,
        _ => GapReason.Unknown,
    };
}

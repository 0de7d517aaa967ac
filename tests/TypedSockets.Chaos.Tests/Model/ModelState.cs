using System.Collections.Immutable;

namespace TypedSockets.Chaos.Tests.Model;

/// <summary>All of the small world: both ends, the sockets between them, and what an observer of both has noted.</summary>
internal sealed record ModelState
{
    public static ModelState Initial { get; } = new()
    {
        Client = new ClientState(SessionId: 1, Creates: true, Attempt: 0, ClientState.NoSocket, IsOpen: false, Made: 0, End: default),
    };

    public required ClientState Client { get; init; }

    /// <summary>The sessions that the server has. Only a rule left out makes it more than one.</summary>
    public ImmutableArray<SessionState> Sessions { get; init; } = [];

    /// <summary>One for each dial. Those that are cut stay, for the server may not have noticed.</summary>
    public ImmutableArray<SocketState> Sockets { get; init; } = [];

    /// <summary>The ids of sessions that ended in this process of the server.</summary>
    public NumberSet Tombstones { get; init; }

    public int Faults { get; init; }

    /// <summary>How many emits the server's application has made.</summary>
    public int ServerMade { get; init; }

    public EmitList DeliveredToServer { get; init; }

    public EmitList DeliveredToClient { get; init; }

    /// <summary>The client's emits that it was told may be lost.</summary>
    public NumberSet Reported { get; init; }

    /// <summary>The server's emits whose session is gone, which the server knows.</summary>
    public NumberSet LostWithSession { get; init; }

    public int FindSession(int id)
    {
        for (var i = 0; i < Sessions.Length; i++)
        {
            if (Sessions[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    public ModelState WithSession(int index, SessionState session) => this with { Sessions = Sessions.SetItem(index, session) };

    public ModelState WithSocket(int index, SocketState socket) => this with { Sockets = Sockets.SetItem(index, socket) };
}

using TypedSockets.Hubs;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>An emit or a call of a run, and all that became of it.</summary>
/// <param name="id">Its place in the order of sending, over all.</param>
/// <param name="hub">The hub.</param>
/// <param name="method">The member.</param>
/// <param name="from">The server's session that sends it; null if the client does.</param>
internal sealed class SimMessage(int id, int hub, HubMethod method, SimServerSession? from)
{
    public int Id => id;

    public int Hub => hub;

    public HubMethod Method => method;

    public SimServerSession? From => from;

    public bool IsToServer => from is null;

    public bool IsCall => method.Kind == HubMethodKind.Call;

    /// <summary>Whether it goes before the rest: it was sent to set up a new session, and did not have to wait in line for room.</summary>
    public bool IsUrgent => WasUrgent && !HasWaited && !method.IsVolatile;

    /// <summary>Whether it was sent to set up a new session.</summary>
    public bool WasUrgent { get; init; }

    /// <summary>Whether there was no room for it when it was sent.</summary>
    public bool HasWaited { get; set; }

    /// <summary>Whether it took the place of an earlier one.</summary>
    public bool Replaces { get; set; }

    /// <summary>Whether the outbox owns it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Its number within its session; 0 while it has none.</summary>
    public long Number { get; set; }

    /// <summary>In which of the client's sessions it was sent.</summary>
    public int SentIn { get; init; }

    /// <summary>In which of the client's sessions it got its number.</summary>
    public int NumberedIn { get; set; } = -1;

    public DropReason? Dropped { get; set; }

    /// <summary>How often its handler has started.</summary>
    public int Handled { get; set; }

    /// <summary>How often a call was told its outcome.</summary>
    public int Outcomes { get; set; }

    /// <summary>What a call has failed with.</summary>
    public Exception? Failure { get; set; }

    public override string ToString() => $"{method.Name} {id} ({(IsToServer ? "to" : "from")} the server, hub {hub}, number {Number})";
}

namespace TypedSockets.Soak.Traffic;

/// <summary>All that one client and the server say to each other.</summary>
public sealed class ClientFlows
{
    /// <summary>The emits to the server.</summary>
    public Flow Up { get; } = new();

    /// <summary>The emits to the client.</summary>
    public Flow Down { get; } = new();

    /// <summary>The calls of the client, as the server sees them: each runs once.</summary>
    public Flow Calls { get; } = new();

    /// <summary>The calls of the server, as the client sees them.</summary>
    public Flow Asks { get; } = new();

    public IEnumerable<Flow> All => [Up, Down, Calls, Asks];
}

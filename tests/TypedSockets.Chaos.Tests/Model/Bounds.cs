namespace TypedSockets.Chaos.Tests.Model;

/// <summary>How far the search goes. All that can happen within these bounds is tried, in every order.</summary>
/// <param name="ClientEmits">How many emits the client's application makes.</param>
/// <param name="ServerEmits">How many emits the server's application makes.</param>
/// <param name="Dials">How many sockets the client opens.</param>
/// <param name="Faults">How often the server crashes or lets a detached session expire. Sockets are cut without limit.</param>
internal readonly record struct Bounds(int ClientEmits, int ServerEmits, int Dials, int Faults)
{
    /// <summary>The largest that any count of the model may become, so that it fits into three bits.</summary>
    public const int Largest = 7;

    /// <summary>The bounds of the search that the rules must pass.</summary>
    public static Bounds Standard { get; } = new(ClientEmits: 2, ServerEmits: 2, Dials: 3, Faults: 1);
}

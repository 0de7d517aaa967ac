namespace TypedSockets.Connections;

/// <summary>How a sender sends.</summary>
/// <param name="CallTimeout">How long a call may take.</param>
/// <param name="WhenFull">What awaitable messages do when the outbox is full; null means that they wait.</param>
internal readonly record struct SendOptions(TimeSpan CallTimeout, WhenFull? WhenFull = null)
{
    public static SendOptions Default { get; } = new(TimeSpan.FromSeconds(30));
}

namespace TypedSockets.Connections;

/// <summary>The intervals of one socket (docs/protocol/limits.md).</summary>
/// <param name="PingAfter">An end that has heard nothing for so long asks for a sign of life.</param>
/// <param name="DeadAfter">An end that has heard nothing for so long takes the other for dead. Longer than <paramref name="PingAfter"/>.</param>
/// <param name="SendStall">A write that takes longer has stalled.</param>
/// <param name="Close">How long the other end may take to answer a close.</param>
/// <param name="Probe">How long it may take to answer after something may have happened to the line.</param>
internal readonly record struct ConnectionTimes(TimeSpan PingAfter, TimeSpan DeadAfter, TimeSpan SendStall, TimeSpan Close, TimeSpan Probe)
{
    public static ConnectionTimes Default { get; } =
        new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(3));

    /// <summary>The default, with what the server has said in its Welcome.</summary>
    public static ConnectionTimes FromMilliseconds(int pingAfter, int deadAfter) =>
        Default with { PingAfter = TimeSpan.FromMilliseconds(pingAfter), DeadAfter = TimeSpan.FromMilliseconds(deadAfter) };
}

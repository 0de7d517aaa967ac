namespace TypedSockets.Sessions;

/// <summary>How much an outbox holds.</summary>
/// <param name="Messages">The most messages; at most 32,767, which 16-bit acknowledgements keep apart.</param>
/// <param name="Bytes">The most bytes, bodies and overhead counted.</param>
internal readonly record struct OutboxLimits(int Messages, long Bytes)
{
    /// <summary>A server's, per session.</summary>
    public static OutboxLimits Server { get; } = new(16_384, 4 * 1024 * 1024);

    /// <summary>A client's.</summary>
    public static OutboxLimits Client { get; } = new(8_192, 1024 * 1024);
}

namespace TypedSockets.Tests.Client;

/// <summary>A calendar and a monotonic clock that a test moves each by itself.</summary>
internal sealed class TwoClocks : TimeProvider
{
    public DateTimeOffset Date { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public long Timestamp { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Date;

    public override long GetTimestamp() => Timestamp;
}

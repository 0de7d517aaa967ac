namespace TypedSockets.Connections;

/// <summary>Something that looks at the clock now and then.</summary>
internal interface ITickable
{
    /// <summary>Called every <see cref="Ticker.Interval"/>, by one thread at a time.</summary>
    /// <param name="now">A timestamp of the ticker's clock.</param>
    void Tick(long now);
}

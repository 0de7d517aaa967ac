namespace TypedSockets.Codecs;

/// <summary>Limits that hold for every payload, in both directions.</summary>
public static class PayloadLimits
{
    /// <summary>How deep objects and containers may nest.</summary>
    public const int MaxDepth = 64;
}

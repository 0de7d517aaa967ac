using TypedSockets.Soak.Traffic;

namespace TypedSockets.Soak;

/// <summary>What has come of a run.</summary>
/// <param name="Traffic">Who has sent and received what.</param>
/// <param name="Cuts">How many connections were cut.</param>
/// <param name="HeapAtStart">The managed heap after the warm-up, in bytes, with nothing under way.</param>
/// <param name="HeapAtEnd">The managed heap at the end, in bytes, with nothing under way.</param>
public sealed record SoakResult(SoakTraffic Traffic, int Cuts, long HeapAtStart, long HeapAtEnd)
{
    /// <summary>How much the heap may grow before it is called a leak.</summary>
    public const double AllowedGrowth = 1.5;

    public double Growth => (double)HeapAtEnd / HeapAtStart;

    public bool IsFlat => Growth <= AllowedGrowth;

    public bool IsGood => IsFlat && Traffic.IsPerfect;
}

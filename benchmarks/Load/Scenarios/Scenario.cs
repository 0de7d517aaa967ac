using Load.Peers;

namespace Load.Scenarios;

/// <summary>Something that is measured with every peer that can do it.</summary>
/// <param name="Name">As it stands in the tables.</param>
/// <param name="Unit">What the value counts; less is better.</param>
internal abstract record Scenario(string Name, string Unit)
{
    /// <summary>The peers that can do it, or all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Whether the first run of a peer counts for nothing but its JIT.</summary>
    public virtual bool WarmsUp => true;

    public bool Suits(PeerKind peer) => Only?.Contains(peer.Name) != false && !Except.Contains(peer.Name);

    /// <summary>Runs it once.</summary>
    /// <param name="bench">The peer.</param>
    /// <param name="times">How long.</param>
    public abstract Sample Run(Bench bench, Times times);
}

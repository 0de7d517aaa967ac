namespace TypedSockets.Chaos.Tests.Model;

/// <summary>What the actors of one search obey.</summary>
/// <param name="Bounds">How far the search goes.</param>
/// <param name="Mutations">The rules that are left out.</param>
internal sealed record ModelRules(Bounds Bounds, Mutations Mutations = Mutations.None)
{
    public bool Lacks(Mutations mutation) => (Mutations & mutation) != 0;
}

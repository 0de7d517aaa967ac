namespace TypedSockets.Chaos.Tests.Model;

/// <summary>Collects all that can happen next in a state. It is used again for every state.</summary>
internal sealed class Steps
{
    private readonly List<Step> _all = [];

    public IReadOnlyList<Step> All => _all;

    public void Clear() => _all.Clear();

    public void Add(ModelAction action, ModelState state) => _all.Add(new Step(action, state, null));

    public void Violate(ModelAction action, string violation) => _all.Add(new Step(action, null, violation));
}

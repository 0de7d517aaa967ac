namespace TypedSockets.Chaos.Tests.Model;

/// <summary>Something that must not happen, and a shortest way to it.</summary>
/// <param name="Text">What happened.</param>
/// <param name="Path">The actions from the start on. The last one does it.</param>
internal sealed record Violation(string Text, IReadOnlyList<ModelAction> Path)
{
    public override string ToString() => $"{Text}, after {string.Join(", ", Path)}";
}

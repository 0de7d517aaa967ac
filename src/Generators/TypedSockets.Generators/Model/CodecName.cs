namespace TypedSockets.Generators.Model;

/// <summary>
/// What the codec of a payload type is called. It follows from the type alone: two hubs, and two runs of the generator, agree without talking.
/// </summary>
/// <param name="Namespace">The codec's namespace, escaped.</param>
/// <param name="Name">The codec's name.</param>
/// <param name="Hint">The file's name without <c>.g.cs</c>.</param>
internal sealed record CodecName(string Namespace, string Name, string Hint)
{
    /// <summary>The codec's fully qualified name.</summary>
    internal string Full => $"global::{Namespace}.{Name}";
}

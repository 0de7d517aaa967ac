namespace TypedSockets.Generators.Model;

/// <summary>One case of a union.</summary>
/// <param name="Tag">Its number; of no meaning if it has a name.</param>
/// <param name="Name">Its name; null if it has a number.</param>
/// <param name="Type">The C# type, fully qualified with <c>global::</c>.</param>
/// <param name="Codec">Its codec, fully qualified.</param>
/// <param name="IsSealed">Whether nothing can derive from it, so that a value of it is known by a pattern alone.</param>
internal sealed record UnionCaseModel(int Tag, string? Name, string Type, string Codec, bool IsSealed);

using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>One case of a union as it was declared. Lives only while the union is parsed.</summary>
/// <param name="Tag">Its number; null if it has a name.</param>
/// <param name="Name">Its name; null if it has a number.</param>
/// <param name="Type">Its type; null if what was named is no type.</param>
internal sealed record UnionCase(int? Tag, string? Name, INamedTypeSymbol? Type);

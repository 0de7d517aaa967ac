using Microsoft.CodeAnalysis;

namespace TypedSockets.Architecture.Tests.Sources;

/// <summary>A place in the sources that names, or uses a member of, a type.</summary>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Folder">The folder of the file that declares the type; empty if it is another assembly's.</param>
/// <param name="Type">The type.</param>
/// <param name="Symbol">What is named there: the type itself, or its member.</param>
internal sealed record TypeUse(string File, int Line, string Folder, INamedTypeSymbol Type, ISymbol Symbol)
{
    public string Namespace => Type.ContainingNamespace?.ToDisplayString() ?? "";

    public override string ToString() => $"{File}({Line}): {(Folder.Length > 0 ? $"{Folder}/" : "")}{Type.ToDisplayString()}";
}

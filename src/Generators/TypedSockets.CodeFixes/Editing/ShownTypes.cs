using Microsoft.CodeAnalysis;

namespace TypedSockets.CodeFixes.Editing;

/// <summary>Gathers the types that have to be made accessible together: a public type may not show an internal one.</summary>
internal sealed class ShownTypes(Accessibility required)
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> _found = [];

    /// <summary>The changes that make them so.</summary>
    /// <returns>Null if one of them is in no file that can be changed.</returns>
    internal async Task<List<Edit>?> MakeAccessibleAsync(Solution solution, CancellationToken cancel)
    {
        var edits = new List<Edit>();
        foreach (var type in _found)
        {
            if (await Declarations.MakeAccessibleAsync(type, required, solution, cancel).ConfigureAwait(false) is not { } changes)
            {
                return null;
            }

            edits.AddRange(changes);
        }

        return edits;
    }

    /// <summary>Adds a type, unless it is accessible enough, and what it shows.</summary>
    internal void Add(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
        {
            Add(array.ElementType);
        }

        if (type is not INamedTypeSymbol named || !_seen.Add(named))
        {
            return;
        }

        foreach (var argument in named.TypeArguments)
        {
            Add(argument);
        }

        var definition = named.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty || IsAccessible(definition))
        {
            return;
        }

        _found.Add(definition);
        AddShown(definition);
    }

    private bool IsAccessible(INamedTypeSymbol type)
    {
        for (var level = type; level is not null; level = level.ContainingType)
        {
            if (!Declarations.Suffices(level, required))
            {
                return false;
            }
        }

        return true;
    }

    private void AddShown(INamedTypeSymbol type)
    {
        Add(type.BaseType);
        foreach (var parent in type.TypeKind == TypeKind.Interface ? type.Interfaces : [])
        {
            Add(parent);
        }

        foreach (var member in type.GetMembers())
        {
            if (member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                continue;
            }

            Add((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type ?? (member as IMethodSymbol)?.ReturnType);
            foreach (var parameter in (member as IMethodSymbol)?.Parameters ?? [])
            {
                Add(parameter.Type);
            }
        }
    }
}

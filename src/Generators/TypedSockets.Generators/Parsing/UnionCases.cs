using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Finds the cases of a union: those that our attribute names, else MessagePack's, else those of System.Text.Json, else the nested types of a closed hierarchy.
/// </summary>
internal static class UnionCases
{
    private static readonly string[] Attributes = [NamedAttributes.SocketUnion, NamedAttributes.MessagePackUnion, NamedAttributes.JsonDerivedType];

    /// <summary>The cases as declared, none if the type is no union.</summary>
    internal static List<UnionCase> Find(INamedTypeSymbol type)
    {
        var cases = new List<UnionCase>();
        if (type.TypeKind != TypeKind.Interface && !(type.TypeKind == TypeKind.Class && type.IsAbstract))
        {
            return cases;
        }

        foreach (var name in Attributes)
        {
            AddNamed(type, name, cases);
            if (cases.Count > 0)
            {
                return cases;
            }
        }

        if (IsClosed(type))
        {
            AddNested(type, type, cases);
        }

        return cases;
    }

    /// <summary>The name of a case that an attribute gives to the type, whether or not it can be a union; null if there is none. A type may name itself.</summary>
    internal static string? NamedOn(INamedTypeSymbol type)
    {
        var cases = new List<UnionCase>();
        foreach (var name in Attributes)
        {
            AddNamed(type, name, cases);
        }

        foreach (var item in cases)
        {
            if (!SymbolEqualityComparer.Default.Equals(item.Type, type))
            {
                return item.Type?.ToDisplayString() ?? "";
            }
        }

        return null;
    }

    /// <summary>Whether the type is a closed hierarchy in several files, whose order is nobody's contract.</summary>
    internal static bool IsInSeveralParts(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Length > 1;

    private static void AddNamed(INamedTypeSymbol type, string name, List<UnionCase> cases)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (NamedAttributes.Is(attribute, name))
            {
                cases.Add(name == NamedAttributes.JsonDerivedType ? OfJson(attribute, type) : OfTag(attribute, type));
            }
        }
    }

    private static UnionCase OfTag(AttributeData attribute, INamedTypeSymbol union) => attribute.ConstructorArguments is [var tag, var type]
        ? new UnionCase(tag.Value as int?, null, Close(type.Value as INamedTypeSymbol, union))
        : new UnionCase(null, null, null);

    private static UnionCase OfJson(AttributeData attribute, INamedTypeSymbol union) => attribute.ConstructorArguments switch
    {
        [var type, { Value: int tag }] => new UnionCase(tag, null, Close(type.Value as INamedTypeSymbol, union)),
        [var type, { Value: string name }] => new UnionCase(null, name, Close(type.Value as INamedTypeSymbol, union)),
        [var type, ..] => new UnionCase(null, null, Close(type.Value as INamedTypeSymbol, union)),
        _ => new UnionCase(null, null, null),
    };

    private static INamedTypeSymbol? Close(INamedTypeSymbol? type, INamedTypeSymbol union) =>
        type is { IsUnboundGenericType: true, ContainingType: null } && type.Arity == union.Arity
            ? type.OriginalDefinition.Construct(union.TypeArguments, union.TypeArgumentNullableAnnotations)
            : type;

    // Only what is nested in it, however deep, can reach its constructors. The copy constructor of a record, which has to be protected, makes nothing new.
    private static bool IsClosed(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            return false;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility != Accessibility.Private && !IsCopy(constructor, type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static void AddNested(INamedTypeSymbol container, INamedTypeSymbol union, List<UnionCase> cases)
    {
        foreach (var nested in container.GetTypeMembers())
        {
            if (nested is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } && DerivesFrom(nested, union))
            {
                cases.Add(new UnionCase(cases.Count, null, nested));
            }

            AddNested(nested, union, cases);
        }
    }

    /// <summary>Whether a value of the type is a value of the union.</summary>
    internal static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol union)
    {
        if (union.TypeKind == TypeKind.Interface)
        {
            foreach (var implemented in type.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(implemented, union))
                {
                    return true;
                }
            }
        }

        for (var level = type.BaseType; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, union))
            {
                return true;
            }
        }

        return false;
    }
}

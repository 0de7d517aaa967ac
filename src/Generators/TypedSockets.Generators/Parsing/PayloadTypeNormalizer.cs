using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Rewrites a type so that everything that means the same on the wire is the same type: code compiled without nullable annotations counts as nullable,
/// and the names of tuple elements go where they do not matter.
/// </summary>
internal sealed class PayloadTypeNormalizer(Compilation compilation, bool keepTupleNames)
{
    internal ITypeSymbol Normalize(ITypeSymbol type)
    {
        var annotation = Annotation(type);
        ITypeSymbol rewritten = type switch
        {
            IArrayTypeSymbol array => Array(array),
            INamedTypeSymbol { IsTupleType: true, TupleElements.Length: > 1 } tuple => Tuple(tuple),
            INamedTypeSymbol { IsUnboundGenericType: false } named => Named(named),
            _ => type,
        };
        return rewritten.IsReferenceType ? rewritten.WithNullableAnnotation(annotation) : rewritten;
    }

    private static NullableAnnotation Annotation(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.None && type.TypeKind != TypeKind.TypeParameter
            ? NullableAnnotation.Annotated
            : type.NullableAnnotation;

    private ITypeSymbol Array(IArrayTypeSymbol array)
    {
        var element = Normalize(array.ElementType);
        return compilation.CreateArrayTypeSymbol(element, array.Rank, element.NullableAnnotation);
    }

    private ITypeSymbol Tuple(INamedTypeSymbol tuple)
    {
        var elements = ImmutableArray.CreateBuilder<ITypeSymbol>(tuple.TupleElements.Length);
        var names = ImmutableArray.CreateBuilder<string?>(tuple.TupleElements.Length);
        foreach (var element in tuple.TupleElements)
        {
            elements.Add(Normalize(element.Type));
            names.Add(element.IsExplicitlyNamedTupleElement ? element.Name : null);
        }

        return compilation.CreateTupleTypeSymbol(
            elements.ToImmutable(),
            keepTupleNames ? names.ToImmutable() : default,
            elementNullableAnnotations: Annotations(elements));
    }

    private INamedTypeSymbol Named(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (type.ContainingType is { } container && IsGeneric(container))
        {
            definition = Member(Named(container), definition);
        }

        if (type.TypeArguments.IsEmpty)
        {
            return definition;
        }

        var arguments = ImmutableArray.CreateBuilder<ITypeSymbol>(type.TypeArguments.Length);
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            arguments.Add(Argument(type.TypeArguments[i], type.TypeParameters[i]));
        }

        return definition.Construct(arguments.ToImmutable(), Annotations(arguments));
    }

    // A parameter that does not take null stays so in code compiled without annotations: otherwise the generated code would be warned about.
    private ITypeSymbol Argument(ITypeSymbol argument, ITypeParameterSymbol parameter)
    {
        var normal = Normalize(argument);
        return argument.NullableAnnotation == NullableAnnotation.None && normal.IsReferenceType && RefusesNull(parameter)
            ? normal.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : normal;
    }

    private static bool RefusesNull(ITypeParameterSymbol parameter) =>
        parameter.HasNotNullConstraint
        || !parameter.ConstraintTypes.IsEmpty
        || (parameter.HasReferenceTypeConstraint && parameter.ReferenceTypeConstraintNullableAnnotation != NullableAnnotation.Annotated)
        || ContainerTable.IsMapKey(parameter);

    private static bool IsGeneric(INamedTypeSymbol type) => !type.TypeArguments.IsEmpty || (type.ContainingType is { } container && IsGeneric(container));

    private static INamedTypeSymbol Member(INamedTypeSymbol container, INamedTypeSymbol definition)
    {
        foreach (var member in container.GetTypeMembers(definition.Name, definition.Arity))
        {
            return member;
        }

        return definition;
    }

    private static ImmutableArray<NullableAnnotation> Annotations(ImmutableArray<ITypeSymbol>.Builder types)
    {
        var annotations = ImmutableArray.CreateBuilder<NullableAnnotation>(types.Count);
        foreach (var type in types)
        {
            annotations.Add(type.NullableAnnotation);
        }

        return annotations.ToImmutable();
    }
}

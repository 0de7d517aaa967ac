using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Describes how a member is reached that generated code cannot name. The runtime looks for the accessor in the type that declares it, and matches
/// generic types by their type parameters, so both have to be spelled as they were declared.
/// </summary>
internal sealed class PayloadAccessors(PayloadTypeNormalizer normalizer)
{
    /// <summary>Describes the accessor of a property's getter or setter.</summary>
    internal PayloadAccessorModel Describe(AccessorKind kind, IMethodSymbol method) => Describe(
        kind, method.ContainingType, kind == AccessorKind.Setter ? method.OriginalDefinition.Parameters[0].Type : method.OriginalDefinition.ReturnType);

    /// <summary>Describes the accessor of a field.</summary>
    internal PayloadAccessorModel Describe(IFieldSymbol field) => Describe(AccessorKind.Field, field.ContainingType, field.OriginalDefinition.Type);

    private PayloadAccessorModel Describe(AccessorKind kind, INamedTypeSymbol type, ITypeSymbol memberType)
    {
        var definition = type.OriginalDefinition;
        var parameters = new List<string>();
        var arguments = new List<string>();
        var constraints = "";
        for (int i = 0, count = AddLevels(type, parameters, arguments, out var declared); i < count; i++)
        {
            constraints += Constraints(declared[i]);
        }

        return new PayloadAccessorModel(
            kind,
            TypeText.NotNull(definition),
            TypeText.Of(normalizer.Normalize(memberType)),
            Angled(parameters),
            Angled(arguments),
            constraints,
            type.IsValueType);
    }

    private static int AddLevels(INamedTypeSymbol type, List<string> parameters, List<string> arguments, out List<ITypeParameterSymbol> declared)
    {
        declared = [];
        if (type.ContainingType is { } container)
        {
            AddLevels(container, parameters, arguments, out declared);
        }

        foreach (var parameter in type.OriginalDefinition.TypeParameters)
        {
            declared.Add(parameter);
            parameters.Add(CSharpName.Escape(parameter.Name));
        }

        foreach (var argument in type.TypeArguments)
        {
            arguments.Add(TypeText.Of(argument));
        }

        return declared.Count;
    }

    private static string Angled(List<string> items) => items.Count == 0 ? "" : $"<{string.Join(", ", items)}>";

    private string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (Kind(parameter) is { } kind)
        {
            constraints.Add(kind);
        }

        foreach (var type in parameter.ConstraintTypes)
        {
            constraints.Add(TypeText.Of(normalizer.Normalize(type)));
        }

        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {CSharpName.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }

    private static string? Kind(ITypeParameterSymbol parameter) => parameter switch
    {
        { HasUnmanagedTypeConstraint: true } => "unmanaged",
        { HasValueTypeConstraint: true } => "struct",
        { HasReferenceTypeConstraint: true, ReferenceTypeConstraintNullableAnnotation: NullableAnnotation.Annotated } => "class?",
        { HasReferenceTypeConstraint: true } => "class",
        { HasNotNullConstraint: true } => "notnull",
        _ => null,
    };
}

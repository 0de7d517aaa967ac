using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Finds the value of an emit by which <c>[Coalesce]</c> tells what replaces what.</summary>
internal sealed class CoalesceKey(KnownTypes known)
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>The key of an emit.</summary>
    /// <param name="method">The emit.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="problem">Why there is none; null if there is one.</param>
    /// <returns>C# that makes the key, as a string, of the parameters.</returns>
    internal string? Of(IMethodSymbol method, AttributeData attribute, out string? problem)
    {
        problem = null;
        if (attribute.ConstructorArguments is not [{ Value: string name }])
        {
            return "\"\"";
        }

        var key = FindParameter(method, name) ?? FindMember(method, name, out problem);
        if (key is not { } found)
        {
            problem ??= $"neither a parameter nor a public property or field of one is named '{name}'";
            return null;
        }

        var text = Text(found.Type);
        problem = text is null ? $"'{name}' is \"{found.Type.ToDisplayString()}\", which is no string, integer, character, Guid or enum"
            : found.MayBeNull ? $"'{name}' may be null"
            : null;
        return problem is null ? found.Expression + text + (found.IsOfReference ? " ?? \"\"" : "") : null;
    }

    private static Candidate? FindParameter(IMethodSymbol method, string name)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == name)
            {
                return new Candidate(CSharpName.Escape(name), parameter.Type, MayBeNull(parameter.Type), IsOfReference: false);
            }
        }

        return null;
    }

    private static Candidate? FindMember(IMethodSymbol method, string name, out string? problem)
    {
        problem = null;
        Candidate? found = null;
        foreach (var parameter in method.Parameters)
        {
            if (MemberType(parameter.Type, name) is not { } type)
            {
                continue;
            }

            if (found is not null)
            {
                problem = $"more than one parameter has a member '{name}'";
                return null;
            }

            // Null where it may not be is for the codec to tell, with the path to it.
            var isReference = parameter.Type.IsReferenceType;
            found = new Candidate(
                $"{CSharpName.Escape(parameter.Name)}{(isReference ? "?" : "")}.{CSharpName.Escape(name)}", type, MayBeNull(parameter.Type) || MayBeNull(type), isReference);
        }

        return found;
    }

    private static ITypeSymbol? MemberType(ITypeSymbol type, string name)
    {
        if (type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Array)
        {
            return null;
        }

        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers(name))
            {
                switch (member)
                {
                    case { DeclaredAccessibility: not Accessibility.Public } or { IsStatic: true }:
                        break;
                    case IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property:
                        return property.Type;
                    case IFieldSymbol field:
                        return field.Type;
                    default:
                        break;
                }
            }
        }

        return null;
    }

    private static bool MayBeNull(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated;

    private string? Text(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => "",
        { SpecialType: SpecialType.System_Char } => ".ToString()",
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => $".ToString(null, {Invariant})",
        { TypeKind: TypeKind.Enum } => ".ToString(\"D\")",
        _ => KnownTypes.Is(type, known.Guid) ? $".ToString(null, {Invariant})" : null,
    };

    private readonly record struct Candidate(string Expression, ITypeSymbol Type, bool MayBeNull, bool IsOfReference);
}

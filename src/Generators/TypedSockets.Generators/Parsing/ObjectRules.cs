using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Decides whether a user's type can be a payload at all, and which of its members go over the wire.</summary>
internal static class ObjectRules
{
    /// <summary>Checks the type as a whole.</summary>
    /// <returns>Whether its members are worth looking at.</returns>
    internal static bool Check(INamedTypeSymbol type, Compilation compilation, PayloadFindings findings)
    {
        if (!CheckAccess(type, compilation, findings))
        {
            return false;
        }

        if (UnionCases.NamedOn(type) is { } named)
        {
            findings.Report(
                PayloadRules.CaseIsWrong, "", named, type.ToDisplayString(), "would lose what it adds, because the union itself can be created; make the union abstract or an interface");
            return false;
        }

        if (IsCollection(type))
        {
            findings.Report(PayloadRules.IsCollection, "", type.ToDisplayString());
            return false;
        }

        for (var level = type; level is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; level = level.BaseType)
        {
            if (level.TypeKind == TypeKind.Error)
            {
                findings.Break();
                return false;
            }

            if (PayloadRefusals.IsFramework(level))
            {
                findings.Report(PayloadRules.DerivesFromFramework, "", type.ToDisplayString(), level.ToDisplayString());
                return false;
            }

            ForeignAttributes.Check(level, "", findings);
        }

        return true;
    }

    /// <summary>Checks that generated code can name the type.</summary>
    internal static bool CheckAccess(INamedTypeSymbol type, Compilation compilation, PayloadFindings findings)
    {
        if (PayloadAccess.Suffices(type, Accessibility.Internal) && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        {
            return true;
        }

        findings.Report(PayloadRules.LessAccessible, "", type.ToDisplayString());
        return false;
    }

    /// <summary>Picks the members that can be given back when the object is read, after the constructor has been chosen.</summary>
    internal static List<PayloadCandidate> WireMembers(INamedTypeSymbol type, List<PayloadCandidate> candidates, PayloadFindings findings)
    {
        var members = new List<PayloadCandidate>();
        var hasState = false;
        foreach (var candidate in candidates)
        {
            if (candidate.IsSettable || candidate.Parameter is not null)
            {
                members.Add(candidate);
            }
            else if (candidate.Attributes.Key is not null)
            {
                findings.Report(PayloadRules.HasMessagePackAttribute, "." + candidate.Name, "Key", "the member cannot be set, so what is sent would not arrive; add a setter, or a constructor parameter");
            }
            else if (HasBackingField(candidate))
            {
                hasState = true;
                findings.Report(PayloadRules.IsNotSent, "." + candidate.Name, type.ToDisplayString());
            }
        }

        if (members.Count == 0 && (hasState || candidates.Count > 0 || HasFields(type)))
        {
            findings.Report(PayloadRules.HasNoMembers, "", type.ToDisplayString());
        }

        return members;
    }

    private static bool IsCollection(INamedTypeSymbol type)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable || IsAsyncEnumerable(contract))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsyncEnumerable(INamedTypeSymbol type) =>
        type.Name == "IAsyncEnumerable" && TypeText.MetadataName(type) == "System.Collections.Generic.IAsyncEnumerable`1";

    // Not to be seen in metadata, which is read without private members.
    private static bool HasBackingField(PayloadCandidate candidate)
    {
        if (candidate.Symbol is IFieldSymbol)
        {
            return true;
        }

        foreach (var member in candidate.Symbol.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } property } && SymbolEqualityComparer.Default.Equals(property, candidate.Symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasFields(INamedTypeSymbol type)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false })
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Parses an abstract class or interface, which is a payload if its cases are known.</summary>
internal sealed class UnionParser(PayloadGraph graph, INamedTypeSymbol type, PayloadFindings findings)
{
    /// <summary>Parses the union.</summary>
    /// <returns>The model; null if it is not allowed, which has been reported.</returns>
    internal PayloadModel? Parse(CodecName name)
    {
        if (!ObjectRules.CheckAccess(type, graph.Compilation, findings))
        {
            return null;
        }

        var cases = UnionCases.Find(type);
        if (cases.Count == 0)
        {
            findings.Report(PayloadRules.IsAbstract, "", type.ToDisplayString());
            return null;
        }

        if (NamedAttributes.Find(type, NamedAttributes.SocketUnion) is null && cases[0].Type?.ContainingType is not null && UnionCases.IsInSeveralParts(type))
        {
            Report(cases[0], "is nested in one of several parts, whose order depends on the build; number the cases with [SocketUnion]");
            return null;
        }

        foreach (var item in cases)
        {
            if (Problem(item, cases) is { } problem)
            {
                Report(item, problem);
            }
        }

        return findings.IsBroken ? null : Model(name, cases);
    }

    private UnionModel? Model(CodecName name, List<UnionCase> cases)
    {
        cases.Sort(static (left, right) => left.Name is null ? left.Tag!.Value.CompareTo(right.Tag!.Value) : string.CompareOrdinal(left.Name, right.Name));
        var models = new List<UnionCaseModel>(cases.Count);
        foreach (var item in cases)
        {
            var normal = (INamedTypeSymbol)graph.Normalizer.Normalize(item.Type!);
            if (graph.Values.ParseCase(normal, $"({normal.Name})", findings) is { } value)
            {
                models.Add(new UnionCaseModel(item.Tag ?? 0, item.Name, value.Type, value.Codec, normal.IsSealed || normal.IsValueType));
            }
        }

        var wireName = TypeText.FullName(type);
        return findings.IsBroken
            ? null
            : new UnionModel(TypeText.NotNull(type), wireName, name, PayloadLayout.OfUnion(wireName, cases), new([.. models]));
    }

    private string? Problem(UnionCase item, List<UnionCase> cases)
    {
        if (item.Type is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsUnboundGenericType: false } named)
        {
            return "is no class or struct that can be created; name concrete types";
        }

        if (!UnionCases.DerivesFrom(named, type))
        {
            return "does not derive from the union";
        }

        if (item is { Tag: null, Name: null } or { Tag: < 0 })
        {
            return "has no tag of 0 or more; give it one with [SocketUnion(tag, typeof(...))]";
        }

        foreach (var other in cases)
        {
            if (ReferenceEquals(other, item))
            {
                break;
            }

            if (Clash(item, other) is { } clash)
            {
                return clash;
            }
        }

        return item.Name is { } text && !JsonText.IsUnicode(text) ? "has a name with half of a surrogate pair in it" : null;
    }

    private static string? Clash(UnionCase item, UnionCase other)
    {
        if ((item.Name is null) != (other.Name is null))
        {
            return "has a name where others have numbers; use one of both for all";
        }

        if (item.Name is not null ? item.Name == other.Name : item.Tag == other.Tag)
        {
            return "has the tag of another case; give each a tag of its own";
        }

        return SymbolEqualityComparer.Default.Equals(item.Type, other.Type) ? "is named twice" : null;
    }

    private void Report(UnionCase item, string problem) =>
        findings.Report(PayloadRules.CaseIsWrong, "", item.Type?.ToDisplayString() ?? "", type.ToDisplayString(), problem);
}

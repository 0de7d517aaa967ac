using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Finds the declarations that a problem of a payload type is about, for whoever offers to change them.</summary>
internal static class PayloadPlaces
{
    private static readonly char[] Separators = ['.', '['];

    /// <summary>All wire members where their numbers are wrong, else the one member or the type.</summary>
    internal static IReadOnlyList<Location> Of(PayloadProblem problem, PayloadFindings findings)
    {
        if (findings.Type is not { } type)
        {
            return [];
        }

        if (problem.Rule.Id is "TSKT2015" or "TSKT2016" or "TSKT2017")
        {
            return Places(findings.Members);
        }

        var isMember = problem.Path.StartsWith(".", StringComparison.Ordinal);
        var subject = isMember ? Member(type, FirstName(problem.Path)) : type;
        return subject is not null && MethodParser.Location(subject) is { } place ? [place] : [];
    }

    private static List<Location> Places(IReadOnlyList<PayloadCandidate> members)
    {
        var places = new List<Location>();
        foreach (var member in members)
        {
            places.Add(MethodParser.Location(member.Symbol) ?? Location.None);
        }

        return places;
    }

    private static string FirstName(string path)
    {
        var end = path.IndexOfAny(Separators, 1);
        return end < 0 ? path.Substring(1) : path.Substring(1, end - 1);
    }

    private static ISymbol? Member(INamedTypeSymbol type, string name)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers(name))
            {
                if (member is IPropertySymbol or IFieldSymbol)
                {
                    return member;
                }
            }
        }

        return null;
    }
}

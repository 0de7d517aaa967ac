using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.Generators.Parsing;

/// <summary>Puts wire members into the order of their <c>[SocketMember]</c> numbers, if they have any.</summary>
internal static class MemberNumbering
{
    /// <summary>Orders the members.</summary>
    /// <returns>False if that is not possible, which has been reported.</returns>
    internal static bool TryOrder(INamedTypeSymbol type, List<PayloadCandidate> members, PayloadFindings findings)
    {
        var numbered = new PayloadCandidate?[members.Count];
        PayloadCandidate? unnumbered = null;
        var hasNumbers = false;
        foreach (var member in members)
        {
            if (Position(member) is not { } position)
            {
                unnumbered ??= member;
                continue;
            }

            hasNumbers = true;
            if (position < 0 || position >= members.Count || numbered[position] is not null)
            {
                findings.Report(PayloadRules.NumbersHaveHoles, "." + member.Name, position, type.ToDisplayString(), members.Count - 1);
                return false;
            }

            numbered[position] = member;
        }

        return hasNumbers ? TryUse(numbered, unnumbered, type, members, findings) : HasOneOrder(type, members, findings);
    }

    private static bool TryUse(
        PayloadCandidate?[] numbered, PayloadCandidate? unnumbered, INamedTypeSymbol type, List<PayloadCandidate> members, PayloadFindings findings)
    {
        if (unnumbered is not null)
        {
            findings.Report(PayloadRules.NumbersAreIncomplete, "." + unnumbered.Name, type.ToDisplayString());
            return false;
        }

        for (var i = 0; i < numbered.Length; i++)
        {
            members[i] = numbered[i]!;
        }

        return true;
    }

    // The order of a type's parts is the order of the files in the build, which is nobody's contract.
    private static bool HasOneOrder(INamedTypeSymbol type, List<PayloadCandidate> members, PayloadFindings findings)
    {
        var parts = new Dictionary<ISymbol, TypeDeclarationSyntax>(SymbolEqualityComparer.Default);
        foreach (var member in members)
        {
            var owner = member.Symbol.ContainingType;
            if (owner.DeclaringSyntaxReferences.Length < 2 || Part(member.Symbol) is not { } part)
            {
                continue;
            }

            if (parts.TryGetValue(owner, out var known) && known != part)
            {
                findings.Report(PayloadRules.PartsAreNotOrdered, "." + member.Name, type.ToDisplayString());
                return false;
            }

            parts[owner] = part;
        }

        return true;
    }

    private static TypeDeclarationSyntax? Part(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            return reference.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>();
        }

        return null;
    }

    /// <summary>The number that a member has; null if it has none.</summary>
    internal static int? Position(PayloadCandidate member) => Position(member.Symbol) ?? Position(member.RecordParameter) ?? Position(member.Parameter);

    private static int? Position(ISymbol? symbol) =>
        NamedAttributes.Find(symbol, NamedAttributes.SocketMember)?.ConstructorArguments is [{ Value: int position }] ? position : null;
}

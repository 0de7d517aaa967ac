using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Chooses the constructor that makes an object of what was read: of the public ones whose parameters all match members, the longest.</summary>
internal sealed class ConstructorSelection(INamedTypeSymbol type, List<PayloadCandidate> candidates, PayloadTypeNormalizer normalizer)
{
    private IParameterSymbol? _unmatched;
    private IParameterSymbol? _clash;
    private bool _isMarked;

    /// <summary>Chooses, and ties the members to the parameters.</summary>
    /// <returns>The constructor; null if there is none, which has been reported.</returns>
    internal IMethodSymbol? Select(PayloadFindings findings)
    {
        var best = Longest();
        if (_clash is not null && (best.Count == 0 || best[0].Parameters.Length <= ParameterCount(_clash)))
        {
            findings.Report(PayloadRules.NamesDifferInCase, "", type.ToDisplayString(), _clash.Name);
            return null;
        }

        if (best.Count == 0)
        {
            var why = _unmatched is null ? (_isMarked ? "the constructor that an attribute marks is not public" : "it has no public constructor") : $"no public member has the name and type of its parameter \"{_unmatched.Name}\"";
            findings.Report(PayloadRules.CannotBeConstructed, "", type.ToDisplayString(), why);
            return null;
        }

        var chosen = best.Count == 1 ? best[0] : PreferPrimary(best);
        if (chosen is null)
        {
            findings.Report(PayloadRules.ConstructorsAreEqual, "", type.ToDisplayString());
            return null;
        }

        Tie(chosen);
        return chosen;
    }

    private List<IMethodSymbol> Longest()
    {
        var best = new List<IMethodSymbol>();
        foreach (var constructor in Marked() ?? type.InstanceConstructors)
        {
            if (!IsCandidate(constructor) || Match(constructor) is null)
            {
                continue;
            }

            if (best.Count > 0 && constructor.Parameters.Length > best[0].Parameters.Length)
            {
                best.Clear();
            }

            if (best.Count == 0 || constructor.Parameters.Length == best[0].Parameters.Length)
            {
                best.Add(constructor);
            }
        }

        return best;
    }

    // What another serializer is told to use is used here too.
    private ImmutableArray<IMethodSymbol>? Marked()
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (NamedAttributes.Find(constructor, NamedAttributes.MessagePackConstructor) is not null
                || NamedAttributes.Find(constructor, NamedAttributes.JsonConstructor) is not null)
            {
                _isMarked = true;
                return [constructor];
            }
        }

        return null;
    }

    private IMethodSymbol? PreferPrimary(List<IMethodSymbol> constructors)
    {
        var primary = PrimaryConstructor.Find(type);
        return primary is not null && constructors.Contains(primary, SymbolEqualityComparer.Default) ? primary : null;
    }

    private void Tie(IMethodSymbol constructor)
    {
        var members = Match(constructor)!;
        for (var i = 0; i < members.Count; i++)
        {
            members[i].Parameter = constructor.Parameters[i];
        }
    }

    private bool IsCandidate(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility == Accessibility.Public
        && !(constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type));

    private List<PayloadCandidate>? Match(IMethodSymbol constructor)
    {
        var members = new List<PayloadCandidate>();
        foreach (var parameter in constructor.Parameters)
        {
            if (Match(parameter) is not { } member || members.Contains(member))
            {
                _unmatched ??= parameter;
                return null;
            }

            members.Add(member);
        }

        return members;
    }

    // The exact name wins, so that a record's own parameters always find their properties.
    private PayloadCandidate? Match(IParameterSymbol parameter)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter))
        {
            return null;
        }

        var found = new List<PayloadCandidate>();
        var type = normalizer.Normalize(parameter.Type);
        foreach (var candidate in candidates)
        {
            if (!string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                || !SymbolEqualityComparer.Default.Equals(candidate.Type, type))
            {
                continue;
            }

            if (candidate.Name == parameter.Name)
            {
                return candidate;
            }

            found.Add(candidate);
        }

        if (found.Count > 1 && (_clash is null || ParameterCount(_clash) < ParameterCount(parameter)))
        {
            _clash = parameter;
        }

        return found.Count == 1 ? found[0] : null;
    }

    private static int ParameterCount(IParameterSymbol parameter) => ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Length;
}

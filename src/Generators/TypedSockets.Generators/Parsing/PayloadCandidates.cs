using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Lists what may go over the wire, in wire order: base type first; then the record's parameters, other properties, fields, each as declared.
/// An overridden or hidden member keeps its place and is replaced by the one that hides it.
/// </summary>
internal sealed class PayloadCandidates(PayloadTypeNormalizer normalizer, PayloadFindings findings)
{
    private readonly List<PayloadCandidate> _candidates = [];

    internal List<PayloadCandidate> Collect(INamedTypeSymbol type)
    {
        AddLevel(type);
        foreach (var candidate in _candidates)
        {
            if (candidate.Attributes is { Ignore: { } ignore, Inclusion: { } inclusion })
            {
                findings.Report(PayloadRules.AttributesContradict, "." + candidate.Name, NamedAttributes.ShortName(inclusion), NamedAttributes.ShortName(ignore));
            }
        }

        _candidates.RemoveAll(static candidate => candidate.Attributes.Ignore is not null);
        return _candidates;
    }

    private void AddLevel(INamedTypeSymbol type)
    {
        if (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent)
        {
            AddLevel(parent);
        }

        var own = OwnMembers(type);
        foreach (var parameter in PrimaryConstructor.Find(type)?.Parameters ?? [])
        {
            foreach (var candidate in own)
            {
                if (candidate.Name == parameter.Name && candidate.Symbol is IPropertySymbol)
                {
                    candidate.RecordParameter = parameter;
                    Add(candidate);
                }
            }
        }

        foreach (var candidate in own)
        {
            if (candidate.RecordParameter is null)
            {
                Add(candidate);
            }
        }
    }

    // Fields after properties: metadata keeps the two apart.
    private List<PayloadCandidate> OwnMembers(INamedTypeSymbol type)
    {
        var properties = new List<PayloadCandidate>();
        var fields = new List<PayloadCandidate>();
        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case IPropertySymbol { IsStatic: false, Parameters.IsEmpty: true, RefKind: RefKind.None } property:
                    Collect(property, property.Type, IsReadable(property), properties);
                    break;
                case IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, RefKind: RefKind.None } field:
                    Collect(field, field.Type, field.DeclaredAccessibility == Accessibility.Public, fields);
                    break;
            }
        }

        properties.AddRange(fields);
        return properties;
    }

    private void Collect(ISymbol member, ITypeSymbol memberType, bool isPublic, List<PayloadCandidate> into)
    {
        var attributes = MemberAttributes.Of(member);
        if (!isPublic && attributes is { Key: not null, Ignore: null })
        {
            findings.Report(PayloadRules.HasMessagePackAttribute, "." + member.Name, "Key", "the member is not public, so the package would leave it out; make it public, or remove the key");
            return;
        }

        if (isPublic || (attributes.Inclusion is not null && member is not IPropertySymbol { GetMethod: null }))
        {
            into.Add(new PayloadCandidate(member, normalizer.Normalize(memberType), attributes));
        }
    }

    private static bool IsReadable(IPropertySymbol? property)
    {
        if (property is not { DeclaredAccessibility: Accessibility.Public })
        {
            return false;
        }

        for (; property is not null; property = property.OverriddenProperty)
        {
            if (property.GetMethod is { } getter)
            {
                return getter.DeclaredAccessibility == Accessibility.Public;
            }
        }

        return false;
    }

    private void Add(PayloadCandidate candidate)
    {
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (_candidates[i].Name == candidate.Name)
            {
                _candidates[i] = candidate;
                return;
            }
        }

        _candidates.Add(candidate);
    }
}

using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Parses one payload type of a user's: a record, class or struct.</summary>
internal sealed class ObjectParser(PayloadGraph graph, INamedTypeSymbol type, PayloadFindings findings)
{
    // One bit each in what a codec notes as seen.
    internal const int MaxMembers = 64;

    private readonly PayloadAccessors _accessors = new(graph.Normalizer);

    /// <summary>Parses the type.</summary>
    /// <returns>The model; null if it is not allowed, which has been reported.</returns>
    internal PayloadModel? Parse(CodecName name)
    {
        if (!ObjectRules.Check(type, graph.Compilation, findings))
        {
            return null;
        }

        var candidates = new PayloadCandidates(graph.Normalizer, findings).Collect(type);
        if (findings.IsBroken || new ConstructorSelection(type, candidates, graph.Normalizer).Select(findings) is not { } constructor)
        {
            return null;
        }

        ForeignAttributes.Check(constructor, "", findings);
        var members = ObjectRules.WireMembers(type, candidates, findings);
        findings.Members = [.. members];
        if (members.Count > MaxMembers)
        {
            findings.Report(PayloadRules.HasTooManyMembers, "", type.ToDisplayString(), members.Count, MaxMembers);
            return null;
        }

        if (MemberOrder.Place(type, members, findings) is not { } shape)
        {
            return null;
        }

        var models = ParseMembers(shape, constructor);
        return findings.IsBroken ? null : Model(name, shape, models, constructor);
    }

    private ObjectModel Model(CodecName name, WireShape shape, PayloadMemberModel[] members, IMethodSymbol constructor)
    {
        var wireName = TypeText.FullName(type);
        return new ObjectModel(
            TypeText.NotNull(type),
            wireName,
            name,
            PayloadLayout.Of(wireName, shape.IsMap, members),
            new(members),
            new(ConstructorMembers(constructor, shape.Slots)))
        {
            IsReferenceType = type.IsReferenceType,
            IsMap = shape.IsMap,
        };
    }

    private PayloadMemberModel[] ParseMembers(WireShape shape, IMethodSymbol constructor)
    {
        var setsRequired = SetsRequiredMembers(constructor);
        var models = new List<PayloadMemberModel>(shape.Slots.Count);
        foreach (var member in shape.Slots)
        {
            if (member is null)
            {
                models.Add(PayloadMemberModel.Hole);
                continue;
            }

            var path = "." + member.Name;
            ForeignAttributes.Check(member.Symbol, path, findings);
            if (ParseValue(member, path) is { } value)
            {
                models.Add(ParseMember(member, value, setsRequired));
            }
        }

        return [.. models];
    }

    private ValueModel? ParseValue(PayloadCandidate member, string path) => member.Attributes.Codec is { } codec
        ? graph.Values.ParseCustom(codec, member.Type, path, findings)
        : graph.Values.Parse(member.Type, path, findings);

    private PayloadMemberModel ParseMember(PayloadCandidate member, ValueModel value, bool setsRequired)
    {
        var assignment = Assignment(member, setsRequired);
        var refusesNull = member.Parameter is { Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } };
        return new PayloadMemberModel(
            member.Name,
            value,
            member.IsRequired || member.Attributes.IsDemanded || (refusesNull && !member.Parameter!.HasExplicitDefaultValue),
            member.Parameter is { } parameter ? ConstantText.Of(parameter) : null)
        {
            WireName = member.WireName,
            Assignment = assignment,
            ForgivesNull = refusesNull && value.IsNullable,
            Accessor = assignment != MemberAssignment.Accessor ? null
                : member.HiddenField is { } field ? _accessors.Describe(field)
                : _accessors.Describe(AccessorKind.Setter, member.Setter!),
            Getter = member.HiddenGetter is { } getter ? _accessors.Describe(AccessorKind.Getter, getter)
                : member.HiddenField is { } hidden ? _accessors.Describe(hidden)
                : null,
        };
    }

    private static MemberAssignment Assignment(PayloadCandidate member, bool setsRequired)
    {
        if (member.Parameter is not null)
        {
            return member.IsRequired && !setsRequired ? MemberAssignment.ConstructorAndInitializer : MemberAssignment.Constructor;
        }

        if (member.IsRequired)
        {
            return MemberAssignment.Initializer;
        }

        return member.HiddenField is not null || member.Setter is { IsInitOnly: true } or { DeclaredAccessibility: not Accessibility.Public }
            ? MemberAssignment.Accessor
            : MemberAssignment.Setter;
    }

    private static int[] ConstructorMembers(IMethodSymbol constructor, IReadOnlyList<PayloadCandidate?> members)
    {
        var positions = new int[constructor.Parameters.Length];
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i]?.Parameter is { } parameter)
            {
                positions[parameter.Ordinal] = i;
            }
        }

        return positions;
    }

    private static bool SetsRequiredMembers(IMethodSymbol constructor)
    {
        foreach (var attribute in constructor.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
            {
                return true;
            }
        }

        return false;
    }
}

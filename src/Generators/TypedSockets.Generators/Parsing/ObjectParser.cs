using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Parses one payload type of a user's: a record, class or struct.</summary>
internal sealed class ObjectParser(PayloadGraph graph, INamedTypeSymbol type, PayloadFindings findings)
{
    // One bit each in what a codec notes as seen.
    private const int MaxMembers = 64;

    private readonly PayloadAccessors _accessors = new(graph.Normalizer);

    /// <summary>Parses the type.</summary>
    /// <returns>The model; null if it is not allowed, which has been reported.</returns>
    internal PayloadModel? Parse(PayloadName name)
    {
        if (!ObjectRules.Check(type, graph.Compilation, findings))
        {
            return null;
        }

        var candidates = new PayloadCandidates(graph.Normalizer).Collect(type);
        if (new ConstructorSelection(type, candidates, graph.Normalizer).Select(findings) is not { } constructor)
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

        if (!MemberNumbering.TryOrder(type, members, findings))
        {
            return null;
        }

        var models = ParseMembers(members, constructor);
        return findings.IsBroken ? null : Model(name, models, ConstructorMembers(constructor, members));
    }

    private PayloadModel Model(PayloadName name, PayloadMemberModel[] members, int[] constructorMembers)
    {
        var wireName = TypeText.FullName(type);
        return new PayloadModel(
            TypeText.NotNull(type), wireName, name.Namespace, name.Name, type.IsReferenceType, new(members), new(constructorMembers))
        {
            HintName = name.Hint,
            Layout = PayloadLayout.Of(wireName, members),
        };
    }

    private PayloadMemberModel[] ParseMembers(List<PayloadCandidate> members, IMethodSymbol constructor)
    {
        var setsRequired = SetsRequiredMembers(constructor);
        var models = new List<PayloadMemberModel>(members.Count);
        foreach (var member in members)
        {
            var path = "." + member.Name;
            ForeignAttributes.Check(member.Symbol, path, findings);
            if (graph.Values.Parse(member.Type, path, findings) is { } value)
            {
                models.Add(ParseMember(member, value, setsRequired));
            }
        }

        return [.. models];
    }

    private PayloadMemberModel ParseMember(PayloadCandidate member, ValueModel value, bool setsRequired)
    {
        var assignment = Assignment(member, setsRequired);
        var refusesNull = member.Parameter is { Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } };
        return new PayloadMemberModel(
            member.Name,
            value,
            member.IsRequired || (refusesNull && !member.Parameter!.HasExplicitDefaultValue),
            member.Parameter is { } parameter ? ConstantText.Of(parameter) : null)
        {
            Assignment = assignment,
            ForgivesNull = refusesNull && value.IsNullable,
            Accessor = assignment == MemberAssignment.Accessor ? _accessors.Describe(member.Setter!) : null,
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

        return member.Setter is { IsInitOnly: true } ? MemberAssignment.Accessor : MemberAssignment.Setter;
    }

    private static int[] ConstructorMembers(IMethodSymbol constructor, List<PayloadCandidate> members)
    {
        var positions = new int[constructor.Parameters.Length];
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Parameter is { } parameter)
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

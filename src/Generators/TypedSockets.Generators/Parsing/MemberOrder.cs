using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Decides where each wire member of a type stands: by MessagePack's keys, our numbers, System.Text.Json's order, or as declared.</summary>
internal static class MemberOrder
{
    /// <summary>Places the members.</summary>
    /// <returns>The shape; null if it is not possible, which has been reported.</returns>
    internal static WireShape? Place(INamedTypeSymbol type, List<PayloadCandidate> members, PayloadFindings findings)
    {
        foreach (var member in members)
        {
            if (Contradiction(member) is var (first, second))
            {
                findings.Report(PayloadRules.AttributesContradict, "." + member.Name, first, second);
                return null;
            }

            if (member.Attributes.JsonName is { } name && !JsonText.IsUnicode(name))
            {
                findings.Report(PayloadRules.HasJsonAttribute, "." + member.Name, "JsonPropertyName");
                return null;
            }

            member.WireName = member.Attributes.JsonName ?? member.Name;
        }

        if (MessagePackKeys.AttributeOf(type) is { } attribute)
        {
            return new MessagePackKeys(type, members, findings).Place(attribute);
        }

        foreach (var member in members)
        {
            if (member.Attributes.Key is not null)
            {
                findings.Report(PayloadRules.HasMessagePackAttribute, "." + member.Name, "Key", "its type has no [MessagePackObject], so the package would ignore it; add that");
                return null;
            }
        }

        SortByJson(members);
        return MemberNumbering.TryOrder(type, members, findings) ? new WireShape([.. members], IsMap: false) : null;
    }

    private static (string First, string Second)? Contradiction(PayloadCandidate member)
    {
        var attributes = member.Attributes;
        var isNumbered = MemberNumbering.Position(member) is not null;
        return attributes.Key is not null && isNumbered ? ("SocketMember", "Key")
            : attributes.JsonOrder is not null && isNumbered ? ("SocketMember", "JsonPropertyOrder")
            : attributes.JsonOrder is not null && attributes.Key is not null ? ("Key", "JsonPropertyOrder")
            : attributes.Key?.ConstructorArguments is [{ Value: string key }] && attributes.JsonName is { } name && name != key ? ("Key", "JsonPropertyName")
            : null;
    }

    // Stable, as the library's order is: an insertion sort, because there are few.
    private static void SortByJson(List<PayloadCandidate> members)
    {
        for (var i = 1; i < members.Count; i++)
        {
            var member = members[i];
            var at = i;
            for (; at > 0 && Order(members[at - 1]) > Order(member); at--)
            {
                members[at] = members[at - 1];
            }

            members[at] = member;
        }
    }

    private static int Order(PayloadCandidate member) => member.Attributes.JsonOrder ?? 0;
}

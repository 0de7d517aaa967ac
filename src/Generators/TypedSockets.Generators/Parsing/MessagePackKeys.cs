using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Puts the members of a type that the MessagePack package knows where its <c>[Key]</c>s say: an array with holes, or a map.</summary>
internal sealed class MessagePackKeys(INamedTypeSymbol type, List<PayloadCandidate> members, PayloadFindings findings)
{
    /// <summary>Whether the type is one.</summary>
    internal static AttributeData? AttributeOf(INamedTypeSymbol type) => NamedAttributes.Find(type, NamedAttributes.MessagePackObject);

    /// <summary>Places the members.</summary>
    /// <returns>The shape; null if it is not possible, which has been reported.</returns>
    internal WireShape? Place(AttributeData attribute)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (TypeText.MetadataName(contract) == "MessagePack.IMessagePackSerializationCallbackReceiver")
            {
                return Refuse("", contract.Name, "callbacks are not called by generated codecs; use a record of its own");
            }
        }

        return attribute.ConstructorArguments is [{ Value: true }] ? PlaceByName() : PlaceByKey();
    }

    private WireShape? PlaceByName()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            member.WireName = Name(member) ?? member.Name;
            if (!JsonText.IsUnicode(member.WireName))
            {
                return Refuse("." + member.Name, "Key", "its name has half of a surrogate pair in it");
            }

            if (!names.Add(member.WireName))
            {
                return Refuse("." + member.Name, "Key", "another member has the same name; give each a name of its own");
            }
        }

        return new WireShape([.. members], IsMap: true);
    }

    private WireShape? PlaceByKey()
    {
        var isNamed = members.Count > 0 && members[0].Attributes.Key is not null && Name(members[0]) is not null;
        var slots = new List<PayloadCandidate?>();
        foreach (var member in members)
        {
            if (member.Attributes.Key is null)
            {
                return Refuse("." + member.Name, "MessagePackObject", "every public member needs [Key] or [IgnoreMember], as it does for the package");
            }

            if (isNamed != Name(member) is not null)
            {
                return Refuse("." + member.Name, "Key", "some members have numbers and others have names; use one of both for all");
            }

            if (!isNamed && !TryAdd(member, slots))
            {
                return null;
            }
        }

        return isNamed ? PlaceByName() : new WireShape(slots, IsMap: false);
    }

    private bool TryAdd(PayloadCandidate member, List<PayloadCandidate?> slots)
    {
        if (member.Attributes.Key!.ConstructorArguments is not [{ Value: int position }] || position is < 0 or >= ObjectParser.MaxMembers)
        {
            Refuse("." + member.Name, "Key", $"its number has to be from 0 to {ObjectParser.MaxMembers - 1}");
            return false;
        }

        while (slots.Count <= position)
        {
            slots.Add(null);
        }

        if (slots[position] is { } other)
        {
            Refuse("." + member.Name, "Key", $"\"{other.Name}\" has the same number; give each member a number of its own");
            return false;
        }

        slots[position] = member;
        return true;
    }

    private static string? Name(PayloadCandidate member) =>
        member.Attributes.Key?.ConstructorArguments is [{ Value: string name }] ? name : null;

    private WireShape? Refuse(string path, string attribute, string why)
    {
        findings.Report(PayloadRules.HasMessagePackAttribute, path, attribute, why);
        return null;
    }
}

using System.Text;
using TypedSockets.Generators.Parsing;
using TypedSockets.Hubs;

namespace TypedSockets.Generators.Locking;

/// <summary>Writes the JSON of locks, a line for each member. It has no numbers of members: peers of two versions find each other's by name.</summary>
internal static class LockWriter
{
    internal static string Write(IEnumerable<LockedContract> contracts)
    {
        var texts = new List<string>();
        foreach (var contract in contracts)
        {
            texts.Add(Contract(contract));
        }

        var lines = texts.Count == 0 ? "[]" : $"[\n{string.Join(",\n", texts)}\n  ]";
        return $"{{\n  \"version\": {LockReader.Version},\n  \"contracts\": {lines}\n}}\n";
    }

    /// <summary>The lines of one contract. Two contracts are the same if these are.</summary>
    internal static string Contract(LockedContract contract)
    {
        var payloads = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var payload in contract.Contract.Payloads)
        {
            payloads.Add(payload.Key, Payload(payload.Key, payload.Value));
        }

        return $$"""
                {
                  "hub": {{JsonText.Quote(contract.Hub)}},
                  "server": {{Lines(Members(contract.Contract.Server))}},
                  "client": {{Lines(Members(contract.Contract.Client))}},
                  "payloads": {{Lines(payloads.Values)}}
                }
            """;
    }

    private static SortedDictionary<string, string>.ValueCollection Members(IReadOnlyList<ManifestMember> side)
    {
        var members = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in side)
        {
            var text = new StringBuilder($"\"name\": {JsonText.Quote(member.Name)}, \"kind\": {JsonText.Quote(member.Kind)}, \"parameters\": {Values(member.Parameters)}");
            text.Append(member.Result is { } result ? $", \"result\": {JsonText.Quote(result)}" : "");
            text.Append(member.Errors.Count > 0 ? $", \"errors\": {Inline(Quote(member.Errors))}" : "");
            members[member.Name] = $"{{ {text} }}";
        }

        return members.Values;
    }

    private static string Payload(string type, ManifestPayload payload)
    {
        var start = $"{{ \"type\": {JsonText.Quote(type)}, ";
        if (payload.Cases is not { } cases)
        {
            return $"{start}{(payload.IsMap ? "\"map\": true, " : "")}\"members\": {Values(payload.Members)} }}";
        }

        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            texts.Add(item.Key, $"{{ \"tag\": {item.Key}, \"type\": {JsonText.Quote(item.Value)} }}");
        }

        return $"{start}\"cases\": {Inline(texts.Values)} }}";
    }

    private static string Values(IReadOnlyList<ManifestValue> values)
    {
        var texts = new List<string>();
        foreach (var value in values)
        {
            var more = $"{(value.IsOptional ? ", \"optional\": true" : "")}{(value.IsStream ? ", \"stream\": true" : "")}";
            texts.Add($"{{ \"name\": {JsonText.Quote(value.Name)}, \"type\": {JsonText.Quote(value.Type)}{more} }}");
        }

        return Inline(texts);
    }

    private static IEnumerable<string> Quote(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            yield return JsonText.Quote(text);
        }
    }

    private static string Inline(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string Lines(IEnumerable<string> items)
    {
        var joined = string.Join(",\n        ", items);
        return joined.Length == 0 ? "[]" : $"[\n        {joined}\n      ]";
    }
}

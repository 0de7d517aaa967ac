using System.Text.Json;

namespace TypedSockets.Hubs;

/// <summary>Reads the JSON of manifests.</summary>
internal static class ManifestReader
{
    /// <summary>Reads a manifest. What it does not know in it is skipped.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ContractManifest Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var payloads = new Dictionary<string, ManifestPayload>(StringComparer.Ordinal);
            foreach (var payload in root.GetProperty("payloads").EnumerateArray())
            {
                payloads[Text(payload, "type")] = ReadPayload(payload);
            }

            return new ContractManifest(ReadMembers(root, "server"), ReadMembers(root, "client"), payloads);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException("the manifest cannot be read", error);
        }
    }

    private static List<ManifestMember> ReadMembers(JsonElement root, string side)
    {
        List<ManifestMember> members = [];
        foreach (var member in root.GetProperty(side).EnumerateArray())
        {
            List<string> errors = [];
            if (member.TryGetProperty("errors", out var declared))
            {
                errors.AddRange(declared.EnumerateArray().Select(Text));
            }

            var result = member.TryGetProperty("result", out var type) ? Text(type) : null;
            members.Add(new ManifestMember(
                member.GetProperty("id").GetUInt32(), Text(member, "name"), Text(member, "kind"), ReadValues(member, "parameters"), result, errors));
        }

        return members;
    }

    private static ManifestPayload ReadPayload(JsonElement payload)
    {
        if (!payload.TryGetProperty("cases", out var cases))
        {
            return new ManifestPayload(Has(payload, "map"), ReadValues(payload, "members"), Cases: null);
        }

        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases.EnumerateArray())
        {
            // A number or a text: two tags are the same if their JSON is.
            types[item.GetProperty("tag").GetRawText()] = Text(item, "type");
        }

        return new ManifestPayload(IsMap: false, [], types);
    }

    private static List<ManifestValue> ReadValues(JsonElement parent, string name)
    {
        List<ManifestValue> values = [];
        foreach (var value in parent.GetProperty(name).EnumerateArray())
        {
            values.Add(new ManifestValue(Text(value, "name"), Text(value, "type"), Has(value, "optional"), Has(value, "stream")));
        }

        return values;
    }

    private static bool Has(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.GetBoolean();

    private static string Text(JsonElement parent, string name) => Text(parent.GetProperty(name));

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("a text is null");
}

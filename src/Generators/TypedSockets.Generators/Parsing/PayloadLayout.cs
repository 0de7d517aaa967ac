using System.Text;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Writes a payload type's wire layout as canonical JSON: what manifests hold and fingerprints hash. Names of types have nothing in them that JSON escapes.
/// </summary>
internal static class PayloadLayout
{
    internal static string Of(string wireName, bool isMap, IEnumerable<PayloadMemberModel> members)
    {
        var json = new StringBuilder($"{{\"type\":\"{wireName}\",{(isMap ? "\"map\":true," : "")}\"members\":[");
        var separator = "";
        foreach (var member in members)
        {
            json.Append($"{separator}{{\"name\":{JsonText.Quote(member.WireName)},\"type\":\"{member.Value.WireType}\"{(member.IsRequired ? "" : ",\"optional\":true")}}}");
            separator = ",";
        }

        return json.Append("]}").ToString();
    }

    internal static string OfUnion(string wireName, IEnumerable<UnionCase> cases)
    {
        var json = new StringBuilder($"{{\"type\":\"{wireName}\",\"cases\":[");
        var separator = "";
        foreach (var item in cases)
        {
            var tag = item.Name is { } name ? JsonText.Quote(name) : $"{item.Tag}";
            json.Append($"{separator}{{\"tag\":{tag},\"type\":\"{TypeText.FullName(item.Type!)}\"}}");
            separator = ",";
        }

        return json.Append("]}").ToString();
    }
}

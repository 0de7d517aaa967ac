using System.Text;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Writes a payload type's wire layout as canonical JSON: what manifests hold and fingerprints hash. Names of types and members have nothing in them
/// that JSON escapes.
/// </summary>
internal static class PayloadLayout
{
    internal static string Of(string wireName, IEnumerable<PayloadMemberModel> members)
    {
        var json = new StringBuilder($"{{\"type\":\"{wireName}\",\"members\":[");
        var separator = "";
        foreach (var member in members)
        {
            json.Append($"{separator}{{\"name\":\"{member.Name}\",\"type\":\"{member.Value.WireType}\"{(member.IsRequired ? "" : ",\"optional\":true")}}}");
            separator = ",";
        }

        return json.Append("]}").ToString();
    }
}

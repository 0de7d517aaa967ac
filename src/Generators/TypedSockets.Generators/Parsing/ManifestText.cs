using System.Security.Cryptography;
using System.Text;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Writes a hub's manifest: canonical JSON of all that decides which bytes go over the wire, and nothing else. Its hash is the contract's
/// fingerprint.
/// </summary>
internal static class ManifestText
{
    internal static string Of(string wireName, InterfaceModel server, InterfaceModel client, EquatableArray<PayloadModel> payloads)
    {
        var json = new StringBuilder();
        json.Append("{\"hub\":").Append(Quote(wireName)).Append(",\"server\":");
        AppendSide(json, server);
        json.Append(",\"client\":");
        AppendSide(json, client);
        json.Append(",\"payloads\":[");
        for (var i = 0; i < payloads.Count; i++)
        {
            json.Append(i == 0 ? "" : ",").Append(payloads[i].Layout);
        }

        return json.Append("]}").ToString();
    }

    internal static string Fingerprint(string manifest)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(manifest));
        var text = new StringBuilder(32);
        for (var i = 0; i < 16; i++)
        {
            text.Append(hash[i].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static void AppendSide(StringBuilder json, InterfaceModel side)
    {
        json.Append('[');
        for (var id = 0; id < side.Methods.Count; id++)
        {
            var method = side.Methods[id];
            json.Append(id == 0 ? "" : ",")
                .Append($"{{\"id\":{id},\"name\":{Quote(method.Name)},\"kind\":\"{(method.IsCall ? "call" : "emit")}\",\"parameters\":[");
            for (var i = 0; i < method.Parameters.Count; i++)
            {
                var parameter = method.Parameters[i].Member;
                json.Append(i == 0 ? "" : ",")
                    .Append($"{{\"name\":{Quote(parameter.Name)},\"type\":{Quote(parameter.Value.WireType)}{(parameter.IsRequired ? "" : ",\"optional\":true")}}}");
            }

            json.Append(']').Append(method.Result is { } result ? $",\"result\":{Quote(result.WireType)}}}" : "}");
        }

        json.Append(']');
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            // The line separators would end a line of C#, and half of a surrogate pair has no encoding.
            quoted.Append(character is '"' or '\\' or '\u2028' or '\u2029' || char.IsControl(character) || char.IsSurrogate(character)
                ? $"\\u{(int)character:x4}"
                : character.ToString());
        }

        return quoted.Append('"').ToString();
    }
}

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
        json.Append("{\"hub\":").Append(JsonText.Quote(wireName)).Append(",\"server\":");
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
                .Append($"{{\"id\":{id},\"name\":{JsonText.Quote(method.WireName)},\"kind\":\"{(method.IsStream ? "stream" : method.IsCall ? "call" : "emit")}\",\"parameters\":[");
            for (var i = 0; i < method.Parameters.Count; i++)
            {
                var parameter = method.Parameters[i].Member;
                json.Append(i == 0 ? "" : ",")
                    .Append($"{{\"name\":{JsonText.Quote(parameter.Name)},\"type\":{JsonText.Quote(parameter.Value.WireType)}")
                    .Append(method.Parameters[i].IsStream ? ",\"stream\":true}" : parameter.IsRequired ? "}" : ",\"optional\":true}");
            }

            json.Append(']').Append(method.Result is { } result ? $",\"result\":{JsonText.Quote(result.WireType)}" : "");
            AppendErrors(json, method);
            json.Append('}');
        }

        json.Append(']');
    }

    private static void AppendErrors(StringBuilder json, MethodModel method)
    {
        for (var i = 0; i < method.Errors.Count; i++)
        {
            json.Append(i == 0 ? ",\"errors\":[" : ",").Append(JsonText.Quote(method.Errors[i].WireType)).Append(i == method.Errors.Count - 1 ? "]" : "");
        }
    }
}

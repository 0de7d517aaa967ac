using System.Text.Json;
using System.Text.Json.Nodes;

namespace TypedSockets.Tests.Vectors;

/// <summary>A row of the vector file.</summary>
/// <param name="Name">What both tables call it.</param>
/// <param name="Type">The wire type, as manifests write it.</param>
/// <param name="Hex">The bytes.</param>
/// <param name="IsWritten">False for a form that is read and never written.</param>
/// <param name="Value">The value in the file's notation, with nothing abbreviated.</param>
internal sealed record FileVector(string Name, string Type, string Hex, bool IsWritten, JsonNode? Value)
{
    /// <summary>Whether a number in it is a float.</summary>
    public bool HasFloats => Text.Contains("\"float", StringComparison.Ordinal);

    /// <summary>Whether a number in it is a zero with a sign.</summary>
    public bool HasNegativeZero => Text.Contains("\"-0\"", StringComparison.Ordinal);

    private string Text => Value?.ToJsonString() ?? "null";

    public static FileVector Parse(JsonNode row) => new(
        row["name"]!.GetValue<string>(),
        row["type"]!.GetValue<string>(),
        ExpandHex(row["hex"]!.GetValue<string>()),
        row["written"]?.GetValue<bool>() ?? true,
        Expand(row["value"]));

    /// <summary>The row as the file has it, for who adds one.</summary>
    public override string ToString() =>
        $"{{ \"name\": {JsonSerializer.Serialize(Name)}, \"type\": \"{Type}\", \"hex\": \"{Hex}\", {(IsWritten ? "" : "\"written\": false, ")}\"value\": {Text} }}";

    private static string ExpandHex(string text) => string.Concat(text.Split(' ').Select(part =>
        part.Split('*') is [var piece, var count] ? Vectors.Hex.Repeat(piece, int.Parse(count, null)) : part));

    private static JsonNode? Expand(JsonNode? value) => value switch
    {
        JsonArray array => new JsonArray([.. array.Select(Expand)]),
        JsonObject tagged => Expand(tagged.Single().Key, tagged.Single().Value!),
        _ => value?.DeepClone(),
    };

    private static JsonNode Expand(string tag, JsonNode content) => tag switch
    {
        "array" => new JsonArray([.. Enumerable.Range(0, content[1]!.GetValue<int>()).Select(_ => Expand(content[0]))]),
        "text" => Vectors.Hex.Repeat(content[0]!.GetValue<string>(), content[1]!.GetValue<int>()),
        "bin" => new JsonObject { ["bin"] = ExpandHex(content.GetValue<string>()) },
        "map" => new JsonObject { ["map"] = Expand(content) },
        _ => new JsonObject { [tag] = content.DeepClone() },
    };
}

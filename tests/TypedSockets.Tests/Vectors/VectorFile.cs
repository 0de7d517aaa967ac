using System.Text.Json.Nodes;

namespace TypedSockets.Tests.Vectors;

/// <summary>The vectors as clients in all languages are tested with them; the notation is told beside the file.</summary>
internal static class VectorFile
{
    public static OrderedDictionary<string, FileVector> Rows { get; } = new(
        JsonNode.Parse(File.ReadAllText(Repository.FullPath("tests/vectors/payloads.json")))!.AsArray()
            .Select(row => FileVector.Parse(row!))
            .Select(row => KeyValuePair.Create(row.Name, row)));
}

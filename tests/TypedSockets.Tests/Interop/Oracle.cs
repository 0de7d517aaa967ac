using System.Text.Json.Nodes;
using TypedSockets.Tests.Vectors;

namespace TypedSockets.Tests.Interop;

/// <summary>
/// A MessagePack library that others wrote, in a process of its own. It is asked once for all vectors: what it reads in the bytes that our codecs write
/// now, and how it writes the values.
/// </summary>
public abstract class Oracle : IAsyncLifetime
{
    private readonly Dictionary<string, JsonNode> _answers = [];

    /// <summary>The program that runs the script.</summary>
    protected abstract string Program { get; }

    /// <summary>The script's file name.</summary>
    protected abstract string Script { get; }

    public async Task InitializeAsync()
    {
        var requests = Requests().ToList();
        var script = Repository.FullPath($"tests/oracles/{Script}");
        var lines = await OracleProcess.RunAsync(Program, script, requests.Select(request => request.Question.ToJsonString()));
        Assert.Equal(requests.Count, lines.Count);
        foreach (var (request, line) in requests.Zip(lines))
        {
            _answers.Add(request.Key, JsonNode.Parse(line)!);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>What it reads in the bytes that our codec writes.</summary>
    internal JsonNode? Decoded(string name) => Answer($"decode {name}", "value");

    /// <summary>The bytes that it writes for the value.</summary>
    internal string Encoded(string name, bool keepsFloats) => Answer($"encode {name} {keepsFloats}", "hex")!.GetValue<string>();

    /// <summary>The value as the language can tell it.</summary>
    internal abstract JsonNode? Told(JsonNode? value);

    /// <summary>Replaces the floats in a value, and leaves everything else.</summary>
    protected static JsonNode? WithFloats(JsonNode? value, Func<JsonValue, JsonNode> replace) => value switch
    {
        JsonArray array => new JsonArray([.. array.Select(item => WithFloats(item, replace))]),
        JsonObject tagged => tagged.Single() switch
        {
            ("float32" or "float64", JsonValue number) => replace(number),
            ("map", var entries) => new JsonObject { ["map"] = WithFloats(entries, replace) },
            _ => tagged.DeepClone(),
        },
        _ => value?.DeepClone(),
    };

    private static IEnumerable<(string Key, JsonObject Question)> Requests()
    {
        foreach (var (name, value) in VectorFile.Rows.Values.Select(row => (row.Name, row.Value)))
        {
            yield return ($"encode {name} False", new JsonObject { ["encode"] = value?.DeepClone(), ["floats"] = false });
            yield return ($"encode {name} True", new JsonObject { ["encode"] = value?.DeepClone(), ["floats"] = true });
            if (ByteVectors.All.GetValueOrDefault(name)?.Write is { } write)
            {
                yield return ($"decode {name}", new JsonObject { ["decode"] = write() });
            }
        }
    }

    private JsonNode? Answer(string key, string member)
    {
        var answer = _answers[key];
        Assert.True(answer["error"] is null, $"{Script} could not {key}: {answer["error"]}");
        return answer[member];
    }
}

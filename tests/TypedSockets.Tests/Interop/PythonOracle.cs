using System.Text.Json.Nodes;

namespace TypedSockets.Tests.Interop;

/// <summary>Debian's library python3-msgpack, which only the system's own Python finds.</summary>
public sealed class PythonOracle : Oracle
{
    protected override string Program => "/usr/bin/python3";

    protected override string Script => "python.py";

    // There is one size of floats.
    internal override JsonNode? Told(JsonNode? value) => WithFloats(value, number => new JsonObject { ["float64"] = number.DeepClone() });
}

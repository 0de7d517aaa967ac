using System.Text.Json.Nodes;

namespace TypedSockets.Tests.Interop;

/// <summary>The library @msgpack/msgpack on Node.</summary>
public sealed class JavaScriptOracle : Oracle
{
    private const double LargestSafe = (1L << 53) - 1;

    protected override string Program => "node";

    protected override string Script => "javascript.mjs";

    // A float of either size is a number, and one without a fraction is the same number as an integer.
    internal override JsonNode? Told(JsonNode? value) => WithFloats(value, number =>
        number.TryGetValue<double>(out var x) && double.IsInteger(x) && Math.Abs(x) <= LargestSafe ? (long)x : new JsonObject { ["float64"] = number.DeepClone() });
}

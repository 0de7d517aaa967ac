using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>A payload type as it was parsed, once for all contracts of a compilation.</summary>
internal sealed class PayloadNode
{
    /// <summary>The codec's fully qualified name, known before the members are.</summary>
    public required string Codec { get; init; }

    /// <summary>The model; null while it is being parsed, and if it is not allowed.</summary>
    public PayloadModel? Model { get; set; }

    /// <summary>What is wrong with it, and which other types it uses.</summary>
    public required PayloadFindings Findings { get; init; }
}

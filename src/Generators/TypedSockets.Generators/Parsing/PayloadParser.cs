using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns the types of contract parameters and results into codecs, and collects the user's payload types on the way.</summary>
internal sealed class PayloadParser(Compilation compilation, IDiagnosticSink sink)
{
    private readonly SortedDictionary<string, PayloadModel> _payloads = new(StringComparer.Ordinal);

    /// <summary>All payload types met so far, transitively, in ordinal order of their names. Complete only if no error was reported.</summary>
    public EquatableArray<PayloadModel> Payloads => new([.. _payloads.Values]);

    /// <summary>Finds the codec of a type.</summary>
    /// <param name="type">The type; its annotation says whether null is allowed.</param>
    /// <param name="location">Where problems are reported.</param>
    /// <param name="path">Where it stands in the contract: <c>IChatHub.Post.message</c>.</param>
    /// <param name="requiredAccessibility">The hub's accessibility, which the payload must not fall short of.</param>
    /// <returns>The value; null if it is not allowed, which has been reported.</returns>
    public ValueModel? ParseValue(ITypeSymbol type, Location? location, string path, Accessibility requiredAccessibility)
    {
        _ = compilation;
        _ = sink;
        return null;
    }
}

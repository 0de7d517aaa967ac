using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns the types of contract parameters and results into codecs, and collects the user's payload types on the way.</summary>
internal sealed class PayloadParser(Compilation compilation, IDiagnosticSink sink)
{
    private readonly PayloadGraph _graph = PayloadGraph.For(compilation);
    private readonly PayloadTypeNormalizer _signatures = new(compilation, keepTupleNames: true);
    private readonly HashSet<PayloadFindings> _reported = [];
    private readonly SortedDictionary<string, PayloadModel> _payloads = new(StringComparer.Ordinal);

    /// <summary>All payload types of the values parsed so far, transitively, in ordinal order of their types.</summary>
    public EquatableArray<PayloadModel> Payloads => new([.. _payloads.Values]);

    /// <summary>Finds the codec of a type.</summary>
    /// <param name="type">The type; its annotation says whether null is allowed.</param>
    /// <param name="location">Where problems are reported.</param>
    /// <param name="path">Where it stands in the contract: <c>IChatHub.Post.message</c>.</param>
    /// <param name="requiredAccessibility">The hub's accessibility, which the payload must not fall short of.</param>
    /// <returns>The value; null if it is not allowed, which has been reported here or by the compiler.</returns>
    public ValueModel? ParseValue(ITypeSymbol type, Location? location, string path, Accessibility requiredAccessibility)
    {
        var findings = new PayloadFindings();
        if (!PayloadAccess.Suffices(type, requiredAccessibility))
        {
            findings.Report(PayloadRules.LessAccessible, "", type.ToDisplayString());
        }

        ValueModel? value;
        lock (_graph.Gate)
        {
            value = _graph.Values.Parse(_graph.Normalizer.Normalize(type), "", findings);
        }

        var met = new HashSet<PayloadNode>();
        if (!Visit(findings, location, path, met) || value is null)
        {
            return null;
        }

        foreach (var node in met)
        {
            _payloads[node.Model!.Type] = node.Model;
        }

        return value with { Type = TypeText.Of(_signatures.Normalize(type)) };
    }

    private bool Visit(PayloadFindings findings, Location? location, string path, HashSet<PayloadNode> met)
    {
        var isNew = _reported.Add(findings);
        var isSound = !findings.IsBroken;
        foreach (var problem in findings.Problems)
        {
            if (isNew)
            {
                sink.Report(problem.Rule, location, [path + problem.Path, .. problem.Arguments]);
            }
        }

        foreach (var link in findings.Links)
        {
            isSound &= !met.Add(link.Node) || Visit(link.Node.Findings, location, path + link.Path, met);
        }

        return isSound;
    }
}

using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns the types of contract parameters and results into codecs, and collects the user's payload types on the way.</summary>
internal sealed class PayloadParser(Compilation compilation, IDiagnosticSink sink)
{
    private readonly PayloadGraph _graph = PayloadGraph.For(compilation);
    private readonly HashSet<PayloadNode> _sound = [];
    private readonly HashSet<PayloadNode> _reported = [];
    private readonly SortedDictionary<string, PayloadModel> _payloads = new(StringComparer.Ordinal);

    /// <summary>All payload types of the values parsed so far, transitively, in ordinal order of their types.</summary>
    public EquatableArray<PayloadModel> Payloads => new([.. _payloads.Values]);

    /// <summary>Finds the codec of a type.</summary>
    /// <param name="type">The type; its annotation says whether null is allowed.</param>
    /// <param name="location">Where problems are reported.</param>
    /// <param name="path">Where it stands in the contract: <c>IChatHub.Post.message</c>.</param>
    /// <param name="requiredAccessibility">The hub's accessibility, which the payload must not fall short of.</param>
    /// <param name="codec">The attribute that names its codec; null if there is none.</param>
    /// <returns>The value; null if it is not allowed, which has been reported here or by the compiler.</returns>
    public ValueModel? ParseValue(ITypeSymbol type, Location? location, string path, Accessibility requiredAccessibility, AttributeData? codec = null)
    {
        var isAccessible = PayloadAccess.Suffices(type, requiredAccessibility);
        if (!isAccessible)
        {
            sink.Report(PayloadRules.LessAccessible, location, path, type.ToDisplayString());
        }

        var parsed = _graph.Parse(type, codec);
        Report(parsed.Findings, location, path);
        var met = new HashSet<PayloadNode>();
        if (!IsSound(parsed.Findings, location, path, met) || !isAccessible || parsed.Value is null)
        {
            return null;
        }

        foreach (var node in met)
        {
            _sound.Add(node);
            _payloads[node.Model!.Type] = node.Model;
        }

        return parsed.Value;
    }

    // Goes through everything that is used. A payload type is reported where it is used first.
    private bool IsSound(PayloadFindings findings, Location? location, string path, HashSet<PayloadNode> met)
    {
        var isSound = !findings.IsBroken;
        foreach (var link in findings.Links)
        {
            if (_sound.Contains(link.Node) || !met.Add(link.Node))
            {
                continue;
            }

            var linkPath = path + link.Path;
            if (_reported.Add(link.Node))
            {
                Report(link.Node.Findings, location, linkPath);
            }

            isSound &= IsSound(link.Node.Findings, location, linkPath, met);
        }

        return isSound;
    }

    private void Report(PayloadFindings findings, Location? location, string path)
    {
        foreach (var problem in findings.Problems)
        {
            sink.ReportPayload(problem.Rule, location, PayloadPlaces.Of(problem, findings), [path + problem.Path, .. problem.Arguments]);
        }
    }
}

using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>What came up while one type was parsed. Paths are relative, so that it can be told to every contract that uses the type.</summary>
internal sealed class PayloadFindings
{
    private readonly List<PayloadProblem> _problems = [];
    private readonly List<PayloadLink> _links = [];

    public IReadOnlyList<PayloadProblem> Problems => _problems;

    public IReadOnlyList<PayloadLink> Links => _links;

    /// <summary>The user's type that the findings are about; null for a value that is none.</summary>
    public INamedTypeSymbol? Type { get; init; }

    /// <summary>Its members that go over the wire, as declared; empty before they are known.</summary>
    public IReadOnlyList<PayloadCandidate> Members { get; set; } = [];

    /// <summary>Whether the type cannot be used.</summary>
    public bool IsBroken { get; private set; }

    public void Report(DiagnosticDescriptor rule, string path, params object[] arguments)
    {
        _problems.Add(new PayloadProblem(rule, path, arguments));
        IsBroken |= rule.DefaultSeverity == DiagnosticSeverity.Error;
    }

    /// <summary>Marks the type as unusable for a reason that the compiler has told.</summary>
    public void Break() => IsBroken = true;

    /// <summary>Takes over what was found about a part.</summary>
    public void Include(PayloadFindings part, string path)
    {
        foreach (var problem in part._problems)
        {
            _problems.Add(problem with { Path = path + problem.Path });
        }

        foreach (var link in part._links)
        {
            Link(path + link.Path, link.Node);
        }

        IsBroken |= part.IsBroken;
    }

    public void Link(string path, PayloadNode node) => _links.Add(new PayloadLink(path, node));
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Reports what is wrong with hub interfaces and their payloads: it runs the generator's parser and listens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules(typeof(ContractRules)), .. Rules(typeof(PayloadRules))];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var hubs = new ConcurrentBag<(string WireName, INamedTypeSymbol Hub)>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, hubs), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportDuplicates(end, hubs));
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentBag<(string WireName, INamedTypeSymbol Hub)> hubs)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var known = KnownTypes.For(context.Compilation);
        if (type.TypeKind != TypeKind.Interface || known.ClientOf(type) is null)
        {
            return;
        }

        var parser = new ContractParser(context.Compilation, new ReportingSink(context));
        parser.Parse(type, context.CancellationToken);
        hubs.Add((parser.WireName(type), type));
    }

    // At the end, so that it is always the same hub of the two that is told.
    private static void ReportDuplicates(CompilationAnalysisContext context, IEnumerable<(string WireName, INamedTypeSymbol Hub)> hubs)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (wireName, hub) in hubs.OrderBy(hub => hub.Hub.ToDisplayString(), StringComparer.Ordinal))
        {
            var name = hub.ToDisplayString();
            if (first.TryGetValue(wireName, out var other))
            {
                context.ReportDiagnostic(Diagnostic.Create(ContractRules.DuplicateWireName, MethodParser.Location(hub), name, other, wireName));
            }
            else
            {
                first.Add(wireName, name);
            }
        }
    }

    private static IEnumerable<DiagnosticDescriptor> Rules(Type table)
    {
        foreach (var field in table.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
        {
            if (field.GetValue(null) is DiagnosticDescriptor rule)
            {
                yield return rule;
            }
        }
    }

    // A payload type may stand in a referenced assembly: its problems are shown where the contract uses it, in source.
    private sealed class ReportingSink(SymbolAnalysisContext context) : IDiagnosticSink
    {
        public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments)
        {
            var place = location is { IsInSource: true } ? location : MethodParser.Location(context.Symbol);
            context.ReportDiagnostic(Diagnostic.Create(rule, place, arguments));
        }
    }
}

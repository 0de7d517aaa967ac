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
            var names = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
            start.RegisterSymbolAction(symbol => Analyze(symbol, names), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<string, string> names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var known = KnownTypes.For(context.Compilation);
        if (type.TypeKind != TypeKind.Interface || known.ClientOf(type) is null)
        {
            return;
        }

        var parser = new ContractParser(context.Compilation, new ReportingSink(context));
        parser.Parse(type, context.CancellationToken);
        var wireName = parser.WireName(type);
        var first = names.GetOrAdd(wireName, type.Name);
        if (first != type.Name)
        {
            context.ReportDiagnostic(Diagnostic.Create(ContractRules.DuplicateWireName, MethodParser.Location(type), type.Name, first, wireName));
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

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
            var hubs = new HubDirectory(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, hubs), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, HubDirectory hubs)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var known = KnownTypes.For(context.Compilation);
        if (type.TypeKind != TypeKind.Interface || known.ClientOf(type) is null)
        {
            return;
        }

        new ContractParser(context.Compilation, new ReportingSink(context)).Parse(type, context.CancellationToken);
        if (hubs.FirstOfName(type, context.CancellationToken) is { } first)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ContractRules.DuplicateWireName, MethodParser.Location(type), type.ToDisplayString(), first.ToDisplayString(), known.WireName(type)));
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

    // What the contract uses may stand in another project: its problems are shown at the hub then, because an analyzer may only point into its own.
    private sealed class ReportingSink(SymbolAnalysisContext context) : IDiagnosticSink
    {
        public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments) => ReportPayload(rule, location, [], arguments);

        public void ReportPayload(DiagnosticDescriptor rule, Location? location, IReadOnlyList<Location> places, object[] arguments)
        {
            var areOwn = true;
            foreach (var place in places)
            {
                areOwn &= IsOwn(place);
            }

            context.ReportDiagnostic(Diagnostic.Create(
                rule, IsOwn(location) ? location : MethodParser.Location(context.Symbol), additionalLocations: areOwn ? places : [], messageArgs: arguments));
        }

        private bool IsOwn(Location? location) => location?.SourceTree is { } tree && context.Compilation.ContainsSyntaxTree(tree);
    }
}

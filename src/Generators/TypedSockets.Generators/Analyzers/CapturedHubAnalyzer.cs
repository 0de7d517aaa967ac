using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Reports delegates that use a hub's clients, groups or context, and that run when its handler may have ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapturedHubAnalyzer : DiagnosticAnalyzer
{
    private static readonly OperationKind[] Looked =
    [
        OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.MethodReference, OperationKind.AnonymousFunction, OperationKind.EventAssignment,
    ];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.CapturedHub];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);
    }

    private static void Start(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var known = KnownTypes.For(context.Compilation);
        if (!known.IsHubClass(type))
        {
            return;
        }

        var code = new HubClassCode(type);
        context.RegisterOperationAction(operation => code.Look(operation.Operation, operation.ContainingSymbol), Looked);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var (start, used) in code.Captures())
            {
                end.ReportDiagnostic(Diagnostic.Create(UsageRules.CapturedHub, start.Place, start.Name, used, type.Name, ContextOf(type, known)));
            }
        });
    }

    private static string ContextOf(INamedTypeSymbol type, KnownTypes known)
    {
        foreach (var hub in ImplementedContracts.Hubs(type, known))
        {
            return $"ISocketHubContext<{hub.Name}, {known.ClientOf(hub)?.Name}>";
        }

        return "ISocketHubContext<THub, TClient>";
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Reports what is wrong with classes that implement contracts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HubImplementationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ContractRules.AsyncVoid, ContractRules.OtherClient];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method is not { IsAsync: true, ReturnsVoid: true, ContainingType: { } type })
        {
            return;
        }

        foreach (var contract in ImplementedContracts.Members(type, context.Compilation))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(contract), method))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ContractRules.AsyncVoid, MethodParser.Location(method), MethodParser.Name(method), contract.Name));
                return;
            }
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var known = KnownTypes.For(context.Compilation);
        if (type.TypeKind != TypeKind.Class || ClientOfBase(type, known) is not { } served)
        {
            return;
        }

        foreach (var contract in ImplementedContracts.Hubs(type, known))
        {
            if (known.ClientOf(contract) is { TypeKind: not TypeKind.Error } client && !SymbolEqualityComparer.Default.Equals(client, served))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ContractRules.OtherClient, MethodParser.Location(type), type.Name, contract.Name, client.Name, served.Name));
            }
        }
    }

    private static ITypeSymbol? ClientOfBase(INamedTypeSymbol type, KnownTypes known)
    {
        for (var level = type.BaseType; level is not null; level = level.BaseType)
        {
            if (KnownTypes.Is(level, known.HubBase))
            {
                // A base of one's own may leave the client open: SocketHub<T>.
                return level.TypeArguments[0] is INamedTypeSymbol client ? client : null;
            }
        }

        return null;
    }
}

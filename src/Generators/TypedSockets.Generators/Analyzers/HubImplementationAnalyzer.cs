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
        if (method is not { IsAsync: true, ReturnsVoid: true })
        {
            return;
        }

        var known = KnownTypes.For(context.Compilation);
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            if (!IsContract(contract, method.ContainingType, known))
            {
                continue;
            }

            foreach (var member in contract.GetMembers())
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                {
                    context.ReportDiagnostic(Diagnostic.Create(ContractRules.AsyncVoid, MethodParser.Location(method), MethodParser.Name(method), method.Name));
                    return;
                }
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

        foreach (var contract in type.AllInterfaces)
        {
            // A hub that inherits another one is served by the class of the derived hub.
            if (known.ClientOf(contract) is { } client && !SymbolEqualityComparer.Default.Equals(client, served) && !served.AllInterfaces.Contains(client, SymbolEqualityComparer.Default))
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
                return level.TypeArguments[0];
            }
        }

        return null;
    }

    // The client side of a contract is implemented by classes too, for On.Bind; it is known by the hubs of its own assembly only.
    private static bool IsContract(INamedTypeSymbol contract, INamedTypeSymbol implementation, KnownTypes known)
    {
        if (known.ClientOf(contract) is not null)
        {
            return true;
        }

        foreach (var other in implementation.AllInterfaces)
        {
            if (known.ClientOf(other) is not null && other.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }
}

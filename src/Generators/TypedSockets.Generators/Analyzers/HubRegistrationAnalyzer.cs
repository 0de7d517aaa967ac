using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>
/// Reports hubs that are added to live as long as a session and take what lives for a request. It looks where a hub is added, because only there it is
/// said how long it lives.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HubRegistrationAnalyzer : DiagnosticAnalyzer
{
    private const int PerSession = 0;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.SessionDbContext];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "AddHub", TypeArguments: [_, INamedTypeSymbol hub] } method
            || TypeText.MetadataName(method.ContainingType) != "TypedSockets.TypedSocketsBuilder"
            || !IsPerSession(call))
        {
            return;
        }

        foreach (var constructor in hub.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (constructor.DeclaredAccessibility == Accessibility.Public && IsDbContext(parameter.Type))
                {
                    context.ReportDiagnostic(Diagnostic.Create(UsageRules.SessionDbContext, Place(call), hub.Name, parameter.Name, parameter.Type.Name));
                    return;
                }
            }
        }
    }

    // A lifetime that is not known here may be the right one.
    private static bool IsPerSession(IInvocationOperation call) => call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: PerSession } }];

    private static bool IsDbContext(ITypeSymbol type)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (level.Name == "DbContext" && level is INamedTypeSymbol named && TypeText.MetadataName(named) == "Microsoft.EntityFrameworkCore.DbContext")
            {
                return true;
            }
        }

        return false;
    }

    // The class between the brackets; they are always written, because nothing lets the compiler infer them.
    private static Location Place(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [_, var hub] } } }
            ? hub.GetLocation()
            : call.Syntax.GetLocation();
}

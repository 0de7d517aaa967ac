using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Reports calls of contract members whose task nobody looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.IgnoredCall];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var statement = ((IExpressionStatementOperation)context.Operation).Operation;
        var dropped = statement is IConditionalAccessOperation conditional ? conditional.WhenNotNull : statement;
        if (dropped is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
        {
            dropped = configured;
        }

        if (dropped is IInvocationOperation { Instance.Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } receiver, TargetMethod: var method }
            && IsCall(method, KnownTypes.For(context.Compilation))
            && ImplementedContracts.IsContract(receiver, context.Compilation))
        {
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.IgnoredCall, statement.Syntax.GetLocation(), MethodParser.Name(method)));
        }
    }

    private static bool IsCall(IMethodSymbol method, KnownTypes known)
    {
        var type = method.ReturnType;
        var isTask = KnownTypes.Is(type, known.Task) || KnownTypes.Is(type, known.TaskOf) || KnownTypes.Is(type, known.ValueTask) || KnownTypes.Is(type, known.ValueTaskOf);
        return isTask && KnownTypes.Find(method.OriginalDefinition, known.OneWay) is null;
    }
}

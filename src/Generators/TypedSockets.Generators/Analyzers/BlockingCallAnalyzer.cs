using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Reports calls in hub classes that block a thread until a task or a time is over.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallAnalyzer : DiagnosticAnalyzer
{
    private const string AwaitTask = "await the task";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.BlockingCall];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeProperty, OperationKind.PropertyReference);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Sleep" when IsOf(method, "System.Threading.Thread"):
                Report(context, "Thread.Sleep", "await Task.Delay");
                break;
            case "Wait" when IsOf(method, "System.Threading.Tasks.Task") && !CompletedTasks.Include(call.Instance):
                Report(context, "Task.Wait", AwaitTask);
                break;
            case "WaitAll" or "WaitAny" when IsOf(method, "System.Threading.Tasks.Task"):
                Report(context, $"Task.{method.Name}", $"await Task.When{method.Name.Substring("Wait".Length)}");
                break;
            case "GetResult" when TaskOfAwaiter(call) is { } task && !CompletedTasks.Include(task):
                Report(context, "GetAwaiter().GetResult", AwaitTask);
                break;
        }
    }

    private static void AnalyzeProperty(OperationAnalysisContext context)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property.Name == "Result" && IsTask(reference.Property.ContainingType, context.Compilation) && !CompletedTasks.Include(reference.Instance))
        {
            Report(context, $"{reference.Property.ContainingType.Name}.Result", AwaitTask);
        }
    }

    private static void Report(OperationAnalysisContext context, string call, string instead)
    {
        var member = context.ContainingSymbol;
        if (!KnownTypes.For(context.Compilation).IsHubClass(member.ContainingType) || DetachedWork.Contains(context.Operation) || IsNamed(context.Operation))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            UsageRules.BlockingCall, DetachedWork.NamePlace(context.Operation.Syntax), call, $"{member.ContainingType.Name}.{member.Name}", instead));
    }

    // nameof(task.Result) does not wait for anything.
    private static bool IsNamed(IOperation operation)
    {
        for (var level = operation.Parent; level is not null; level = level.Parent)
        {
            if (level is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }

    // task.GetAwaiter().GetResult(), with or without ConfigureAwait.
    private static IOperation? TaskOfAwaiter(IInvocationOperation call)
    {
        if (call.Instance is not IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } awaited })
        {
            return null;
        }

        var task = awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } ? configured : awaited;
        return task.Type is INamedTypeSymbol type && call.SemanticModel is { } model && IsTask(type, model.Compilation) ? task : null;
    }

    private static bool IsOf(IMethodSymbol method, string type) => TypeText.MetadataName(method.ContainingType.OriginalDefinition) == type;

    private static bool IsTask(INamedTypeSymbol type, Compilation compilation)
    {
        var known = KnownTypes.For(compilation);
        return KnownTypes.Is(type, known.Task) || KnownTypes.Is(type, known.TaskOf) || KnownTypes.Is(type, known.ValueTask) || KnownTypes.Is(type, known.ValueTaskOf);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Knows what runs a delegate somewhere else than where it is written: on another thread, at another time, or at an event.</summary>
internal static class DetachedWork
{
    private static readonly HashSet<string> Starters = new(StringComparer.Ordinal)
    {
        "System.Threading.Tasks.Task.Run",
        "System.Threading.Tasks.Task.ContinueWith",
        "System.Threading.Tasks.Task`1.ContinueWith",
        "System.Threading.Tasks.TaskFactory.StartNew",
        "System.Threading.Tasks.TaskFactory`1.StartNew",
        "System.Threading.ThreadPool.QueueUserWorkItem",
        "System.Threading.ThreadPool.UnsafeQueueUserWorkItem",
        "System.Threading.ThreadPool.RegisterWaitForSingleObject",
        "System.Threading.ThreadPool.UnsafeRegisterWaitForSingleObject",
        "System.Threading.Timer..ctor",
        "System.Threading.Thread..ctor",
        "System.TimeProvider.CreateTimer",
    };

    /// <summary>The call, the creation or the subscription that a delegate is given to; null if it may run where it stands.</summary>
    /// <param name="function">A lambda, or a method that is turned into a delegate.</param>
    internal static IOperation? Find(IOperation function)
    {
        var given = function;
        while (given.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            given = given.Parent;
        }

        return given.Parent switch
        {
            IEventAssignmentOperation { Adds: true } subscription => subscription,
            IArgumentOperation { Parent: IInvocationOperation call } when IsStarter(call.TargetMethod) => call,
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } creation } when IsStarter(constructor) => creation,
            _ => null,
        };
    }

    /// <summary>Whether an operation stands in a delegate that runs elsewhere.</summary>
    internal static bool Contains(IOperation operation)
    {
        for (var level = operation; level is not null; level = level.Parent)
        {
            if (level is IAnonymousFunctionOperation && Find(level) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The method or event as a message names it, and where.</summary>
    internal static (string Name, Location Place) Describe(IOperation start) => start switch
    {
        IInvocationOperation call => ($"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}", NamePlace(call.Syntax)),
        IObjectCreationOperation creation => ($"new {creation.Type?.Name}", NamePlace(creation.Syntax)),
        IEventAssignmentOperation { EventReference: IEventReferenceOperation @event } => (@event.Event.Name, @event.Syntax.GetLocation()),
        _ => ("", start.Syntax.GetLocation()),
    };

    /// <summary>The name in a call: what a reader looks at.</summary>
    internal static Location NamePlace(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        InvocationExpressionSyntax call => call.Expression.GetLocation(),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        BaseObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        _ => syntax.GetLocation(),
    };

    private static bool IsStarter(IMethodSymbol method) => Starters.Contains($"{TypeText.MetadataName(method.ContainingType.OriginalDefinition)}.{method.Name}");
}

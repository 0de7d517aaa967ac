using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Decides whether work that was started elsewhere may go on when the code that started it has ended.</summary>
internal static class DetachedLife
{
    /// <summary>Whether nobody waits for the work. A task that is kept counts as waited for, and so does the event of an object that lives in the method.</summary>
    internal static bool OutlivesHandler(IOperation start) => start switch
    {
        IEventAssignmentOperation { EventReference: IEventReferenceOperation source } => source.Instance is null or IParameterReferenceOperation or IMemberReferenceOperation,
        IInvocationOperation { Type.ContainingNamespace.Name: "Tasks" } call => IsDropped(call),
        _ => !IsUsing(start),
    };

    /// <summary>What the hub can end the work by: the event, the field or property with the event's object, or the one that what was started is kept in.</summary>
    internal static ImmutableArray<ISymbol> Owners(IOperation start)
    {
        if (start is IEventAssignmentOperation { EventReference: IEventReferenceOperation source })
        {
            return source.Instance is IMemberReferenceOperation holder ? [source.Event, holder.Member] : [source.Event];
        }

        var value = start;
        while (value.Parent is IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IAssignmentOperation { Target: IMemberReferenceOperation kept } ? [kept.Member] : [];
    }

    /// <summary>The field or property that a call ends: <c>timer.Dispose()</c>, <c>timer?.Dispose()</c>; null for every other call.</summary>
    internal static ISymbol? Ended(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Dispose" or "DisposeAsync"))
        {
            return null;
        }

        var ended = call.Instance;
        for (var level = call.Parent; ended is IConditionalAccessInstanceOperation && level is not null; level = level.Parent)
        {
            ended = level is IConditionalAccessOperation access ? access.Operation : ended;
        }

        return ended is IMemberReferenceOperation { Member: var member } ? member : null;
    }

    // The last link of a chain decides: Task.Run(...).ContinueWith(...) is dropped if what ContinueWith returns is.
    private static bool IsDropped(IOperation task)
    {
        while (task.Parent is IInvocationOperation { TargetMethod.Name: "ContinueWith" or "ConfigureAwait" or "Unwrap" } next && ReferenceEquals(next.Instance, task))
        {
            task = next;
        }

        return task.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" } unwrap }
            ? IsDropped(unwrap)
            : task.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    private static bool IsUsing(IOperation start)
    {
        for (var level = start.Parent; level is not null and not IBlockOperation; level = level.Parent)
        {
            if (level is IUsingOperation or IUsingDeclarationOperation)
            {
                return true;
            }
        }

        return false;
    }
}

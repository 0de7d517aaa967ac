using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedSockets.Generators.Analyzers;

/// <summary>
/// Recognizes tasks that have completed where they are asked for their result: those that were awaited before, directly or within <c>Task.WhenAll</c>,
/// whose <c>IsCompleted…</c> was asked, that an await has returned, and those that a lambda is given. When in doubt a task counts as completed.
/// </summary>
internal static class CompletedTasks
{
    /// <summary>Whether a task has completed.</summary>
    /// <param name="task">The expression that gives it; null for none.</param>
    internal static bool Include(IOperation? task)
    {
        if (task is null || Variable(task) is not { } variable)
        {
            return false;
        }

        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } })
        {
            return true;
        }

        var end = task.Syntax.SpanStart;
        foreach (var operation in Root(task).Descendants())
        {
            if (operation.Syntax.SpanStart < end && (Awaits(operation, variable) || Asks(operation, variable) || Assigns(operation, variable)))
            {
                return true;
            }

            // foreach (var task in tasks), after tasks were awaited.
            if (operation is IForEachLoopOperation loop && Declares(loop, variable))
            {
                return Include(loop.Collection);
            }
        }

        return false;
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    // What an expression takes its value from: tasks[0] from tasks, task.ConfigureAwait(false) from task.
    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IArrayElementReferenceOperation element => Variable(element.ArrayReference),
        IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } list } => Variable(list),
        IPropertyReferenceOperation property => property.Property,
        IConversionOperation conversion => Variable(conversion.Operand),
        IParenthesizedOperation inner => Variable(inner.Operand),
        _ => null,
    };

    private static bool Awaits(IOperation operation, ISymbol variable)
    {
        if (operation is not IAwaitOperation awaiting)
        {
            return false;
        }

        foreach (var part in awaiting.Operation.DescendantsAndSelf())
        {
            if (SymbolEqualityComparer.Default.Equals(Variable(part), variable))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asks(IOperation operation, ISymbol variable) =>
        operation is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status", Instance: { } task }
        && SymbolEqualityComparer.Default.Equals(Variable(task), variable);

    // var first = await Task.WhenAny(one, other);
    private static bool Assigns(IOperation operation, ISymbol variable) => operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: IAwaitOperation } declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable),
        ISimpleAssignmentOperation { Value: IAwaitOperation } assignment => SymbolEqualityComparer.Default.Equals(Variable(assignment.Target), variable),
        _ => false,
    };

    private static bool Declares(IForEachLoopOperation loop, ISymbol variable)
    {
        foreach (var local in loop.Locals)
        {
            if (SymbolEqualityComparer.Default.Equals(local, variable))
            {
                return true;
            }
        }

        return false;
    }
}

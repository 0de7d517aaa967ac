using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedSockets.Generators.Analyzers;

/// <summary>
/// Gathers from the code of one hub class which of its functions use the hub's clients, groups or context, which call which, and which are handed on to
/// run later. Thread-safe, because methods are analyzed side by side.
/// </summary>
internal sealed class HubClassCode(INamedTypeSymbol type)
{
    private readonly object _gate = new();
    private readonly Dictionary<ISymbol, string> _uses = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _calls = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _ended = new(SymbolEqualityComparer.Default);
    private readonly List<DetachedStart> _starts = [];

    /// <summary>Takes note of an operation.</summary>
    internal void Look(IOperation operation, ISymbol member)
    {
        lock (_gate)
        {
            switch (operation)
            {
                case IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property:
                    LookAtProperty(property, member);
                    break;
                case IInvocationOperation call:
                    LookAtCall(call, member);
                    break;
                case IMethodReferenceOperation method:
                    AddCall(method, member, method.Method);
                    AddStart(method, method.Method);
                    break;
                case IAnonymousFunctionOperation lambda:
                    AddStart(lambda, lambda.Symbol);
                    break;
                case IEventAssignmentOperation { Adds: false, EventReference: IEventReferenceOperation unsubscribed }:
                    _ended.Add(unsubscribed.Event);
                    break;
            }
        }
    }

    /// <summary>What is handed on although it uses the hub, with the member that it uses first.</summary>
    internal IEnumerable<(DetachedStart Start, string Used)> Captures()
    {
        foreach (var start in _starts)
        {
            if (!_ended.Overlaps(start.Owners) && Used(start.Function, []) is { } used)
            {
                yield return (start, used);
            }
        }
    }

    private void LookAtProperty(IPropertyReferenceOperation property, ISymbol member)
    {
        var declaring = property.Property.ContainingType;
        if (declaring is { Name: "SocketHub", ContainingNamespace: { Name: "TypedSockets", ContainingNamespace.IsGlobalNamespace: true } })
        {
            foreach (var function in Around(property, member))
            {
                if (!_uses.ContainsKey(function))
                {
                    _uses.Add(function, property.Property.Name);
                }
            }
        }
        else if (property.Property.GetMethod is { } getter)
        {
            AddCall(property, member, getter);
        }
    }

    private void LookAtCall(IInvocationOperation call, ISymbol member)
    {
        AddCall(call, member, call.TargetMethod);
        if (DetachedLife.Ended(call) is { } ended)
        {
            _ended.Add(ended);
        }
    }

    private void AddCall(IOperation operation, ISymbol member, IMethodSymbol called)
    {
        var target = called.OriginalDefinition;
        var isOwn = SymbolEqualityComparer.Default.Equals(target.ContainingType, type.OriginalDefinition);
        if (!isOwn || target.IsStatic)
        {
            return;
        }

        foreach (var function in Around(operation, member))
        {
            if (!_calls.TryGetValue(function, out var known))
            {
                _calls.Add(function, known = new(SymbolEqualityComparer.Default));
            }

            known.Add(target);
        }
    }

    private void AddStart(IOperation function, IMethodSymbol symbol)
    {
        if (DetachedWork.Find(function) is not { } start || !DetachedLife.OutlivesHandler(start))
        {
            return;
        }

        var (name, place) = DetachedWork.Describe(start);
        _starts.Add(new DetachedStart(symbol.OriginalDefinition, name, place, DetachedLife.Owners(start)));
    }

    // A lambda's use is its method's as well: who calls the method causes it.
    private static IEnumerable<ISymbol> Around(IOperation operation, ISymbol member)
    {
        for (var level = operation.Parent; level is not null; level = level.Parent)
        {
            if (level is IAnonymousFunctionOperation lambda)
            {
                yield return lambda.Symbol;
            }
            else if (level is ILocalFunctionOperation local)
            {
                yield return local.Symbol;
            }
        }

        yield return member.OriginalDefinition;
    }

    private string? Used(ISymbol function, HashSet<ISymbol> seen)
    {
        if (!seen.Add(function))
        {
            return null;
        }

        if (_uses.TryGetValue(function, out var used))
        {
            return used;
        }

        foreach (var called in _calls.TryGetValue(function, out var calls) ? calls : [])
        {
            if (Used(called, seen) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

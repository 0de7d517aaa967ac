using TypedSockets.Codecs;

namespace TypedSockets.Hubs;

/// <summary>
/// The handlers that were subscribed with <c>On</c>, by method. Subscribing is thread-safe and may happen at any time; a message sees the
/// handlers that were there when it was dispatched.
/// </summary>
public sealed class HandlerTable
{
    private readonly Lock _gate = new();
    private readonly Delegate[][] _handlers;
    private Action<string, IReadOnlyList<object?>>[] _all = [];

    /// <summary>Creates an empty table.</summary>
    /// <param name="side">The side of the contract whose methods are handled.</param>
    public HandlerTable(ContractSide side)
    {
        ArgumentNullException.ThrowIfNull(side);
        Side = side;
        _handlers = new Delegate[side.Methods.Length][];
        Array.Fill(_handlers, []);
    }

    /// <summary>The side of the contract whose methods are handled.</summary>
    public ContractSide Side { get; }

    /// <summary>Raised after the first handler of all was subscribed.</summary>
    internal event Action? FirstSubscribed;

    /// <summary>Whether any handler was ever subscribed.</summary>
    internal bool AnySubscribed { get; private set; }

    /// <summary>Subscribes a handler of an emit, or of a call without a result.</summary>
    /// <typeparam name="TArguments">The generated struct of the method's arguments.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Ends the subscription when it is disposed.</returns>
    /// <exception cref="InvalidOperationException">The method is a call and has a handler already: only one can answer.</exception>
    public IDisposable Subscribe<TArguments>(HubMethod method, Func<TArguments, CancellationToken, ValueTask> handler)
        where TArguments : IMethodArguments => Add(method, handler);

    /// <summary>Subscribes the handler of a call with a result.</summary>
    /// <typeparam name="TArguments">The generated struct of the method's arguments.</typeparam>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Ends the subscription when it is disposed.</returns>
    /// <exception cref="InvalidOperationException">The method has a handler already: only one can answer.</exception>
    public IDisposable Subscribe<TArguments, TResult>(HubMethod method, Func<TArguments, CancellationToken, ValueTask<TResult>> handler)
        where TArguments : IMethodArguments => Add(method, handler);

    /// <summary>Subscribes the handler that returns a stream.</summary>
    /// <typeparam name="TArguments">The generated struct of the method's arguments.</typeparam>
    /// <typeparam name="TItem">The items.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Ends the subscription when it is disposed.</returns>
    /// <exception cref="InvalidOperationException">The method has a handler already: only one can answer.</exception>
    public IDisposable SubscribeStream<TArguments, TItem>(HubMethod method, Func<TArguments, CancellationToken, IAsyncEnumerable<TItem>> handler)
        where TArguments : IMethodArguments => Add(method, handler);

    /// <summary>Subscribes to every event, for debugging: it sees the method's name and its arguments, before the handlers do.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>Ends the subscription when it is disposed.</returns>
    public IDisposable SubscribeAll(Action<string, IReadOnlyList<object?>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        lock (_gate)
        {
            _all = [.. _all, handler];
        }

        NoteSubscribed();
        return new Subscription(() =>
        {
            lock (_gate)
            {
                _all = Array.FindAll(_all, other => other != handler);
            }
        });
    }

    /// <summary>Runs the handlers of an emit, in the order in which they were subscribed. Called by generated code.</summary>
    /// <typeparam name="TArguments">The generated struct of the method's arguments.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="call">Carries the token.</param>
    /// <returns>Completes when the handlers have.</returns>
    public ValueTask Raise<TArguments>(HubMethod method, TArguments arguments, InboundCall call)
        where TArguments : IMethodArguments
    {
        Show(method, arguments);
        var handlers = _handlers[method.Id];
        return handlers.Length == 1
            ? ((Func<TArguments, CancellationToken, ValueTask>)handlers[0])(arguments, call.CancellationToken)
            : RaiseEach(handlers, arguments, call.CancellationToken);
    }

    /// <summary>Runs the handler of a call without a result, and answers. Called by generated code.</summary>
    /// <typeparam name="TArguments">The generated struct of the method's arguments.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="call">Answers the call.</param>
    /// <returns>Completes after the answer has been queued.</returns>
    public ValueTask Answer<TArguments>(HubMethod method, TArguments arguments, InboundCall call)
        where TArguments : IMethodArguments
    {
        Show(method, arguments);
        var handler = (Func<TArguments, CancellationToken, ValueTask>)Only(method);
        return call.Complete(handler(arguments, call.CancellationToken));
    }

    /// <summary>Runs the handler of a call with a result, and answers. Called by generated code.</summary>
    /// <typeparam name="TArguments">The generated struct of the method's arguments.</typeparam>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="call">Answers the call.</param>
    /// <returns>Completes after the answer has been queued.</returns>
    public ValueTask Answer<TArguments, TResult, TCodec>(HubMethod method, TArguments arguments, InboundCall call)
        where TArguments : IMethodArguments
        where TCodec : struct, ISocketCodec<TResult>
    {
        Show(method, arguments);
        var handler = (Func<TArguments, CancellationToken, ValueTask<TResult>>)Only(method);
        return call.Complete<TResult, TCodec>(handler(arguments, call.CancellationToken));
    }

    /// <summary>Runs the handler that returns a stream, and answers with it. Called by generated code.</summary>
    /// <typeparam name="TArguments">The generated struct of the method's arguments.</typeparam>
    /// <typeparam name="TItem">The items.</typeparam>
    /// <typeparam name="TCodec">Their codec.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="call">Answers the call.</param>
    /// <returns>Completes after the end of the stream has been queued.</returns>
    public ValueTask Stream<TArguments, TItem, TCodec>(HubMethod method, TArguments arguments, InboundCall call)
        where TArguments : IMethodArguments
        where TCodec : struct, ISocketCodec<TItem>
    {
        Show(method, arguments);
        var handler = (Func<TArguments, CancellationToken, IAsyncEnumerable<TItem>>)Only(method);
        return call.Stream<TItem, TCodec>(handler(arguments, call.CancellationToken));
    }

    /// <summary>Whether a message of <paramref name="method"/> would reach a handler.</summary>
    /// <param name="method">The method.</param>
    /// <returns>Whether it would.</returns>
    internal bool Handles(HubMethod method) =>
        _handlers[method.Id].Length > 0 || (method.Kind == HubMethodKind.Emit && _all.Length > 0);

    private static async ValueTask RaiseEach<TArguments>(Delegate[] handlers, TArguments arguments, CancellationToken cancel)
    {
        List<Exception>? errors = null;
        foreach (var handler in handlers)
        {
            try
            {
                await ((Func<TArguments, CancellationToken, ValueTask>)handler)(arguments, cancel).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                // One subscriber's failure is no other's: all of them are told, then the failures are reported together.
                (errors ??= []).Add(error);
            }
        }

        if (errors is not null)
        {
            throw errors.Count == 1 ? errors[0] : new AggregateException(errors);
        }
    }

    private Delegate Only(HubMethod method) =>
        _handlers[method.Id] is [var handler] ? handler : throw new NoHandlerException(method);

    private void Show<TArguments>(HubMethod method, TArguments arguments)
        where TArguments : IMethodArguments
    {
        foreach (var handler in _all)
        {
            handler(method.Name, arguments.ToArray());
        }
    }

    private Subscription Add(HubMethod method, Delegate handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        lock (_gate)
        {
            if (method.Kind != HubMethodKind.Emit && _handlers[method.Id].Length > 0)
            {
                throw new InvalidOperationException(
                    $"'{method}' has a handler already, and only one can answer a call. Dispose the first subscription, or answer in one place.");
            }

            _handlers[method.Id] = [.. _handlers[method.Id], handler];
        }

        NoteSubscribed();
        return new Subscription(() => Remove(method, handler));
    }

    private void Remove(HubMethod method, Delegate handler)
    {
        lock (_gate)
        {
            var handlers = _handlers[method.Id];
            var index = Array.IndexOf(handlers, handler);
            if (index >= 0)
            {
                _handlers[method.Id] = [.. handlers[..index], .. handlers[(index + 1)..]];
            }
        }
    }

    private void NoteSubscribed()
    {
        lock (_gate)
        {
            if (AnySubscribed)
            {
                return;
            }

            AnySubscribed = true;
        }

        FirstSubscribed?.Invoke();
    }
}

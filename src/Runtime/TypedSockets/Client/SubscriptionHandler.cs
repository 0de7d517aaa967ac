using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Client;

/// <summary>
/// Hands a client's messages to its subscriptions. Until the first one is made, a few emits are held, so that what a server says in its
/// first breath reaches handlers that are subscribed right after.
/// </summary>
internal sealed class SubscriptionHandler : MessageHandler
{
    private const int MaxHeld = 64;

    private readonly Lock _gate = new();
    private readonly HandlerTable _handlers;
    private readonly SynchronizationContext? _context;
    private readonly ClientEvents _events;
    private readonly List<(HubMethod Method, MessageBody Arguments)> _held = [];
    private bool _subscribed;
    private Task _flush = Task.CompletedTask;

    // Nothing is held any more, for good: from then on a message costs no lock.
    private volatile bool _flows;

    public SubscriptionHandler(HandlerTable handlers, SynchronizationContext? context, ClientEvents events)
    {
        _handlers = handlers;
        _context = context;
        _events = events;
        _handlers.FirstSubscribed += OnFirstSubscribed;
    }

    public override ContractSide Side => _handlers.Side;

    /// <summary>What held emits are dispatched with; set once the channel exists.</summary>
    public InboundCall? Emits { get; set; }

    public override ValueTask Handle(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call)
    {
        if (_flows)
        {
            return Raise(method, arguments, call);
        }

        Task flush;
        lock (_gate)
        {
            if (method.Kind == HubMethodKind.Emit && !_subscribed && _held.Count < MaxHeld)
            {
                _held.Add((method, MessageBody.Copy(arguments)));
                return default;
            }

            flush = _flush;
            _flows = _subscribed && flush.IsCompleted;
        }

        if (flush.IsCompleted)
        {
            return Raise(method, arguments, call);
        }

        return RaiseAfterAsync(flush, method, MessageBody.Copy(arguments), call);
    }

    // A handler that answers starts in order and does not hold the channel: the server may be waiting for it inside a handler of its own.
    public override bool HoldsChannel(HubMethod method) => method.Kind == HubMethodKind.Emit && base.HoldsChannel(method);

    public override void HandlerFailed(HubMethod method, Exception error) => _events.RaiseHandlerFailed(method, error);

    private ValueTask Raise(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call)
    {
        if (!_handlers.Handles(method))
        {
            _events.RaiseUnhandled(method);
            return method.Kind != HubMethodKind.Emit ? throw new NoHandlerException(method) : default;
        }

        if (_context is not null)
        {
            return RaiseInContextAsync(_context, method, MessageBody.Copy(arguments), call);
        }

        var reader = new PayloadReader(arguments);
        return Side.Raise(_handlers, method.Id, ref reader, call);
    }

    private async ValueTask RaiseAfterAsync(Task flush, HubMethod method, MessageBody arguments, InboundCall call)
    {
        try
        {
            await flush.ConfigureAwait(false);
            await Raise(method, arguments.Span, call).ConfigureAwait(false);
        }
        finally
        {
            arguments.Release();
        }
    }

    private async ValueTask RaiseInContextAsync(SynchronizationContext context, HubMethod method, MessageBody arguments, InboundCall call)
    {
        var raised = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Post(
            _ =>
            {
                try
                {
                    var reader = new PayloadReader(arguments.Span);
                    raised.SetResult(Side.Raise(_handlers, method.Id, ref reader, call).AsTask());
                }
                catch (Exception error)
                {
                    raised.SetException(error);
                }
                finally
                {
                    arguments.Release();
                }
            },
            state: null);
        await (await raised.Task.ConfigureAwait(false)).ConfigureAwait(false);
    }

    private void OnFirstSubscribed()
    {
        lock (_gate)
        {
            _subscribed = true;
            if (_held.Count > 0)
            {
                _flush = Task.Run(FlushAsync);
            }
        }
    }

    private async Task FlushAsync()
    {
        foreach (var (method, arguments) in _held)
        {
            try
            {
                await Raise(method, arguments.Span, Emits!).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                HandlerFailed(method, error);
            }
            finally
            {
                arguments.Release();
            }
        }

        _held.Clear();
    }
}

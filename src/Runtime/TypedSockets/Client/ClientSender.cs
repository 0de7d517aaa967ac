using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Client;

/// <summary>Sends to the server, over one hub's channel.</summary>
/// <param name="peer">The peer.</param>
/// <param name="channel">The channel.</param>
/// <param name="options">How messages are sent.</param>
internal sealed class ClientSender(Peer peer, Channel channel, SendOptions options) : MessageSender
{
    protected override void Send(HubMethod method, MessageBody body)
    {
        if (CheckSize(method, body) is { } tooLarge)
        {
            throw tooLarge;
        }

        Send(method, body, options.CreateDelivery(method, body.CoalesceKey, peer.Time));
    }

    protected override ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            body.Release();
            return ValueTask.FromCanceled(cancel);
        }

        if (CheckSize(method, body) is { } tooLarge)
        {
            return ValueTask.FromException(tooLarge);
        }

        if (options.Completion == EmitCompletion.Handled && !method.IsVolatile)
        {
            var call = new PendingCall<NoResult, NoResult.Codec>(method);
            Invoke(method, body, call, cancel);
            return call.Completion;
        }

        var delivery = options.CreateDelivery(method, body.CoalesceKey, peer.Time);
        if (method.IsVolatile || options.WhenFull is not (null or WhenFull.Wait))
        {
            Send(method, body, delivery);
            return delivery is null ? default : new ValueTask(delivery.Completion.WaitAsync(cancel));
        }

        var queued = peer.Emits.SendAsync(OutboundMessage.Emit(channel.Index, method, body, delivery), cancel);
        return delivery is null ? queued : CompleteAsync(queued, delivery, cancel);
    }

    protected override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            body.Release();
            call.Fail(new OperationCanceledException(cancel));
        }
        else if (CheckSize(method, body) is { } tooLarge)
        {
            call.Fail(tooLarge);
        }
        else
        {
            peer.Calls.Invoke(channel, body, call, options.TimeoutOf(method), wait: options.WhenFull != WhenFull.Fail, cancel);
        }
    }

    private static async ValueTask CompleteAsync(ValueTask queued, EmitDelivery delivery, CancellationToken cancel)
    {
        await queued.ConfigureAwait(false);
        await delivery.Completion.WaitAsync(cancel).ConfigureAwait(false);
    }

    private void Send(HubMethod method, MessageBody body, EmitDelivery? delivery)
    {
        var message = OutboundMessage.Emit(channel.Index, method, body, delivery) with { GivesWay = options.WhenFull == WhenFull.DropOldest };
        if (method.IsVolatile)
        {
            if (channel.RefusalOf(method) is { } refusal)
            {
                body.Release();
                throw refusal;
            }

            peer.Emits.SendVolatile(message);
            return;
        }

        var outcome = peer.Emits.TrySend(message, options.WhenFull ?? WhenFull.Fail);
        if (outcome != SendOutcome.Taken)
        {
            body.Release();
            throw outcome switch
            {
                SendOutcome.Full => SocketErrors.BufferFull(method, OutboxLimits.Client),
                SendOutcome.Mismatch => channel.RefusalOf(method)!,
                _ => SocketErrors.Closed(peer.EndReason!),
            };
        }
    }

    private MessageTooLargeException? CheckSize(HubMethod method, MessageBody body)
    {
        var size = body.Length;
        if (size <= peer.MaxOutboundBytes)
        {
            return null;
        }

        body.Release();
        return SocketErrors.TooLarge(method, size, peer.MaxOutboundBytes);
    }
}

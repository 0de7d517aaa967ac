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

        var outcome = peer.TrySend(OutboundMessage.Emit(channel.Index, method, body));
        if (outcome != SendOutcome.Taken)
        {
            body.Release();
            throw outcome == SendOutcome.Full
                ? SocketErrors.BufferFull(method, OutboxLimits.Client)
                : SocketErrors.Closed(peer.EndReason!);
        }
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

        if (options.WhenFull == WhenFull.Fail)
        {
            Send(method, body);
            return default;
        }

        return peer.SendAsync(OutboundMessage.Emit(channel.Index, method, body), cancel);
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
            peer.Calls.Invoke(channel, body, call, options.CallTimeout, wait: options.WhenFull != WhenFull.Fail, cancel);
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

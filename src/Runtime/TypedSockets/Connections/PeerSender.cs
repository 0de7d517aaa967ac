using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Sends to one peer, over one of its channels.</summary>
/// <param name="peer">The peer.</param>
/// <param name="channel">The channel.</param>
/// <param name="options">How messages are sent.</param>
/// <param name="onFull">What to do with a <c>void</c> emit for which there is no room: returns what to throw, or null if it was seen to.</param>
internal sealed class PeerSender(Peer peer, Channel channel, SendOptions options, Func<HubMethod, Exception?> onFull) : MessageSender
{
    protected override void Send(HubMethod method, MessageBody body)
    {
        if (CheckSize(method, body) is { } tooLarge)
        {
            throw tooLarge;
        }

        bool sent;
        try
        {
            sent = peer.TrySend(OutboundMessage.Emit(channel.Index, method, body));
        }
        catch
        {
            body.Release();
            throw;
        }

        if (!sent)
        {
            body.Release();
            if (onFull(method) is { } error)
            {
                throw error;
            }
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
            peer.Invoke(channel, body, call, options.CallTimeout, wait: options.WhenFull != WhenFull.Fail, cancel);
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

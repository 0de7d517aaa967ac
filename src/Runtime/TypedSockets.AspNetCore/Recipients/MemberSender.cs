using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>Sends to one client. To one that is gone an emit goes nowhere, as to an empty group; a call fails.</summary>
internal sealed class MemberSender(HubMember member, TimeSpan callTimeout) : MessageSender
{
    protected override void Send(HubMethod method, MessageBody body)
    {
        try
        {
            ThrowIfTooLarge(method, body);
            member.Send(method, body);
        }
        finally
        {
            body.Release();
        }
    }

    protected override ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel)
    {
        if (body.Length > member.Peer.MaxOutboundBytes)
        {
            var tooLarge = SocketErrors.TooLarge(method, body.Length, member.Peer.MaxOutboundBytes);
            body.Release();
            return ValueTask.FromException(tooLarge);
        }

        var message = OutboundMessage.Emit(member.Channel.Index, method, body, EmitDelivery.Replacing(method, body));
        if (method.IsVolatile)
        {
            member.Peer.Emits.SendVolatile(message);
            return default;
        }

        var room = member.Peer.Emits.SendAsync(message, cancel);
        return room.IsCompletedSuccessfully ? room : WaitAsync(room);
    }

    protected override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            body.Release();
            call.Fail(new OperationCanceledException(cancel));
            return;
        }

        var size = body.Length;
        if (size > member.Peer.MaxOutboundBytes)
        {
            body.Release();
            call.Fail(SocketErrors.TooLarge(method, size, member.Peer.MaxOutboundBytes));
            return;
        }

        member.Peer.Calls.Invoke(member.Channel, body, call, method.TimeoutOr(callTimeout), wait: true, cancel);
    }

    private static async ValueTask WaitAsync(ValueTask room)
    {
        try
        {
            await room.ConfigureAwait(false);
        }
        catch (SocketClosedException)
        {
            // The client has gone: an emit to nobody is no failure.
        }
    }

    private void ThrowIfTooLarge(HubMethod method, MessageBody body)
    {
        if (body.Length > member.Peer.MaxOutboundBytes)
        {
            throw SocketErrors.TooLarge(method, body.Length, member.Peer.MaxOutboundBytes);
        }
    }
}

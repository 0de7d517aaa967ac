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

    protected override async ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel)
    {
        try
        {
            ThrowIfTooLarge(method, body);
        }
        catch
        {
            body.Release();
            throw;
        }

        if (method.IsVolatile)
        {
            member.Peer.Emits.SendVolatile(OutboundMessage.Emit(member.Channel.Index, method, body));
            return;
        }

        try
        {
            await member.Peer.Emits.SendAsync(OutboundMessage.Emit(member.Channel.Index, method, body), cancel).ConfigureAwait(false);
        }
        catch (SocketClosedException)
        {
            // The client has gone while the message waited for room.
        }
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

        member.Peer.Calls.Invoke(member.Channel, body, call, callTimeout, wait: true, cancel);
    }

    private void ThrowIfTooLarge(HubMethod method, MessageBody body)
    {
        if (body.Length > member.Peer.MaxOutboundBytes)
        {
            throw SocketErrors.TooLarge(method, body.Length, member.Peer.MaxOutboundBytes);
        }
    }
}

using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>Sends to a connection that is not there: an emit goes nowhere, a call fails.</summary>
internal sealed class GoneSender(string connectionId) : MessageSender
{
    protected override void Send(HubMethod method, MessageBody body) => body.Release();

    protected override ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel)
    {
        body.Release();
        return default;
    }

    protected override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel)
    {
        body.Release();
        call.Fail(SocketErrors.Remote(SocketErrorCode.TargetGone, method, $"'{method}' was not sent: there is no connection '{connectionId}'."));
    }
}

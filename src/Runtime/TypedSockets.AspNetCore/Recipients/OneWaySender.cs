using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>A sender to many, which never waits. What asks for a result cannot be written against it: the contract's calls are not generated for it.</summary>
internal abstract class OneWaySender : MessageSender
{
    /// <summary>Sends to all. Does not own the body.</summary>
    protected abstract void SendAll(HubMethod method, MessageBody body);

    protected sealed override void Send(HubMethod method, MessageBody body)
    {
        try
        {
            // Checked here and not only for each member: one broadcast must not end every session of a group.
            if (body.Length > ProtocolLimits.Client.MaxMessageBytes)
            {
                throw SocketErrors.TooLarge(method, body.Length, ProtocolLimits.Client.MaxMessageBytes);
            }

            SendAll(method, body);
        }
        finally
        {
            body.Release();
        }
    }

    protected sealed override ValueTask SendAsync(HubMethod method, MessageBody body, CancellationToken cancel)
    {
        Send(method, body);
        return default;
    }

    protected sealed override void Invoke(HubMethod method, MessageBody body, PendingCall call, CancellationToken cancel)
    {
        body.Release();
        call.Fail(new NotSupportedException($"'{method}' asks for a result, and there is more than one to ask."));
    }
}

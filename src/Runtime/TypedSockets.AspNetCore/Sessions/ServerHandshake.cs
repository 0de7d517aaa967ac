using TypedSockets.AspNetCore.Hosting;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Waits for Hello, opens the hubs that it asks for, and says Welcome.</summary>
internal static class ServerHandshake
{
    /// <summary>Waits for a client's Hello.</summary>
    /// <exception cref="ProtocolException">It does not come in time, or what comes is none.</exception>
    /// <exception cref="IOException">The client has gone.</exception>
    public static async Task<HelloMessage> ReceiveHelloAsync(ITransport transport, SocketServer server)
    {
        var buffer = new FrameBuffer();
        var receive = transport.ReceiveAsync(buffer, server.Limits.MaxFrameBytes, CancellationToken.None).AsTask();
        try
        {
            if (!await receive.WaitAsync(server.Options.HandshakeTimeout, server.Time).ConfigureAwait(false))
            {
                throw new IOException("The client has gone before it said Hello.");
            }

            return ReadHello(buffer.Frame, server.Limits.MaxChannels);
        }
        catch (TimeoutException)
        {
            throw new ProtocolException(SocketCloseCode.HeartbeatTimeout, $"no Hello came within {server.Options.HandshakeTimeout.TotalSeconds:0.###} s");
        }
        finally
        {
            if (receive.IsCompleted)
            {
                buffer.GiveBack();
            }
        }
    }

    /// <summary>Opens the hubs and says Welcome.</summary>
    /// <exception cref="ProtocolException">A hub cannot be opened.</exception>
    /// <exception cref="IOException">The client has gone.</exception>
    public static async Task WelcomeAsync(ITransport transport, SocketServer server, ServerSession session, HubAdmission admission, HelloMessage hello)
    {
        session.Peer.SetRemoteLimits(new PeerWindow(hello.WindowMessages, hello.WindowBytes, hello.MaxPendingCalls), hello.MaxFrameBytes);
        var welcome = new WelcomeMessage
        {
            Outcome = SessionOutcome.New,
            WindowMessages = server.Limits.WindowMessages,
            WindowBytes = server.Limits.WindowBytes,
            MaxFrameBytes = server.Limits.MaxFrameBytes,
            MaxPendingCalls = server.Limits.MaxPendingCalls,
            PingAfter = (int)server.Times.PingAfter.TotalMilliseconds,
            DeadAfter = (int)server.Times.DeadAfter.TotalMilliseconds,
            ConnectionId = session.ConnectionId,
        };
        foreach (var request in hello.Channels)
        {
            if (welcome.Channels.Exists(channel => channel.Hub == request.Hub))
            {
                throw ProtocolErrors.Malformed("a hub was asked for twice");
            }

            welcome.Channels.Add(session.Open(await admission.AdmitAsync(request).ConfigureAwait(false)));
        }

        using var writer = new FrameWriter();
        writer.Append(MessageKind.Welcome, number: 0, [], welcome.ToBytes());
        await transport.SendAsync(writer.Complete(received: null), CancellationToken.None).ConfigureAwait(false);
    }

    private static HelloMessage ReadHello(ReadOnlySpan<byte> bytes, int maxChannels)
    {
        var frame = new FrameReader(bytes);
        if (!frame.MoveNext(out var message))
        {
            throw ProtocolErrors.Malformed("the first frame is empty");
        }

        if (message.Kind != MessageKind.Hello)
        {
            throw ProtocolErrors.BeforeHandshake(message.Kind);
        }

        MessageKinds.CheckNumbering(message.Kind, message.IsNumbered);
        return HelloMessage.Read(message.Body, maxChannels);
    }
}

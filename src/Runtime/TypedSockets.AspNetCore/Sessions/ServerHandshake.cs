using TypedSockets.AspNetCore.Hosting;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Reads Hello and writes Welcome.</summary>
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

    /// <summary>Writes a Welcome, alone in its frame.</summary>
    /// <exception cref="IOException">The client has gone.</exception>
    public static async Task SendAsync(ITransport transport, WelcomeMessage welcome)
    {
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
        var hello = HelloMessage.Read(message.Body, maxChannels);
        return hello.Channels.DistinctBy(channel => channel.Hub).Count() == hello.Channels.Count
            ? hello
            : throw ProtocolErrors.Malformed("a hub was asked for twice");
    }
}

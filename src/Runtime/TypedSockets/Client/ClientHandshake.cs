using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>Says Hello and waits for Welcome; and a second time, for a new session, if the first is lost.</summary>
internal sealed class ClientHandshake(Peer peer, ClientSession session, Uri address)
{
    /// <summary>Called when the session turns out to be lost, before the next one is asked for.</summary>
    public required Action<SessionLoss> SessionLost { get; init; }

    /// <summary>Shakes hands over a new socket, and opens the channels.</summary>
    /// <param name="transport">The socket.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SocketConnectException">The server refused, or what it sent cannot be read.</exception>
    public async Task<(WelcomeMessage Welcome, long? Replayed)> RunAsync(ITransport transport, CancellationToken cancel)
    {
        try
        {
            var welcome = await AskAsync(transport, cancel).ConfigureAwait(false);
            var replayed = session.Accept(welcome, out var loss);
            if (loss is not null)
            {
                SessionLost(loss);
                if (welcome.Outcome == SessionOutcome.Resumed)
                {
                    // The server takes the session for resumed: it must not keep it.
                    await transport.CloseAsync(SocketCloseCode.Normal, "the client gives the session up", cancel).ConfigureAwait(false);
                    throw ConnectErrors.Disagreed(address);
                }

                welcome = await AskAsync(transport, cancel).ConfigureAwait(false);
                session.Accept(welcome, out loss);
                if (loss is not null)
                {
                    throw ProtocolErrors.Malformed("the server refuses a new session");
                }
            }

            return (welcome, replayed);
        }
        catch (ProtocolException error)
        {
            throw ConnectErrors.BadHandshake(address, error);
        }
    }

    private static WelcomeMessage ReadWelcome(ReadOnlySpan<byte> bytes)
    {
        var frame = new FrameReader(bytes);
        if (!frame.MoveNext(out var message) || message.Kind != MessageKind.Welcome)
        {
            throw ProtocolErrors.Malformed("the first message is no Welcome");
        }

        var welcome = WelcomeMessage.Read(message.Body);
        if (welcome.Major != HandshakeFormat.Major)
        {
            throw new ProtocolException(SocketCloseCode.Version, $"the server speaks protocol {welcome.Major}, the client {HandshakeFormat.Major}");
        }

        if (welcome.Outcome != SessionOutcome.Lost && (welcome.PingAfter <= 0 || welcome.DeadAfter <= welcome.PingAfter))
        {
            throw ProtocolErrors.Malformed("the Welcome's intervals do not fit together");
        }

        return welcome;
    }

    private async Task<WelcomeMessage> AskAsync(ITransport transport, CancellationToken cancel)
    {
        List<Channel> channels;
        lock (peer.Gate)
        {
            channels = [.. peer.Channels];
        }

        using (var writer = new FrameWriter())
        {
            writer.Append(MessageKind.Hello, number: 0, [], session.CreateHello(channels).ToBytes());
            await SendAsync(transport, writer.Complete(received: null), cancel).ConfigureAwait(false);
        }

        var buffer = new FrameBuffer();
        try
        {
            if (!await transport.ReceiveAsync(buffer, peer.Limits.MaxFrameBytes, cancel).ConfigureAwait(false))
            {
                cancel.ThrowIfCancellationRequested();
                throw ConnectErrors.Refused(address, transport.PeerClose ?? TransportClose.Lost);
            }

            return ReadWelcome(buffer.Frame);
        }
        finally
        {
            buffer.GiveBack();
        }
    }

    private async Task SendAsync(ITransport transport, ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        try
        {
            await transport.SendAsync(frame, cancel).ConfigureAwait(false);
        }
        catch (IOException)
        {
            cancel.ThrowIfCancellationRequested();
            throw ConnectErrors.Refused(address, transport.PeerClose ?? TransportClose.Lost);
        }
    }
}

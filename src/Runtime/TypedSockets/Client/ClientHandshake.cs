using System.Security.Cryptography;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>Says Hello and waits for Welcome.</summary>
internal sealed class ClientHandshake(Peer peer)
{
    // The client makes both, so that a lost Welcome founds no second session.
    private readonly byte[] _sessionId = RandomNumberGenerator.GetBytes(HelloMessage.SessionIdLength);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(HelloMessage.SecretLength);
    private uint _attempt;

    /// <summary>Shakes hands over a new socket, and opens the channels.</summary>
    /// <param name="transport">The socket.</param>
    /// <param name="address">Its address, for error texts.</param>
    /// <param name="channels">The hubs to open.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SocketConnectException">The server refused, or what it sent cannot be read.</exception>
    public async Task<WelcomeMessage> RunAsync(ITransport transport, Uri address, IReadOnlyList<Channel> channels, CancellationToken cancel)
    {
        using (var writer = new FrameWriter())
        {
            writer.Append(MessageKind.Hello, number: 0, [], CreateHello(channels).ToBytes());
            await transport.SendAsync(writer.Complete(received: null), cancel).ConfigureAwait(false);
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
        catch (ProtocolException error)
        {
            throw ConnectErrors.BadHandshake(address, error);
        }
        finally
        {
            buffer.GiveBack();
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

        if (welcome.Outcome != SessionOutcome.New || welcome.PingAfter <= 0 || welcome.DeadAfter <= welcome.PingAfter)
        {
            throw ProtocolErrors.Malformed("the Welcome is not the answer to a new session, or its intervals do not fit together");
        }

        return welcome;
    }

    private HelloMessage CreateHello(IReadOnlyList<Channel> channels) => new()
    {
        SessionId = _sessionId,
        Secret = _secret,
        Attempt = ++_attempt,
        Create = true,
        Channels = [.. channels.Select(channel => channel.Request)],
        WindowMessages = peer.Limits.WindowMessages,
        WindowBytes = peer.Limits.WindowBytes,
        MaxFrameBytes = peer.Limits.MaxFrameBytes,
        MaxPendingCalls = peer.Limits.MaxPendingCalls,
        ClientInfo = "TypedSockets .NET",
    };
}

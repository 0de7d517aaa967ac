using System.Net;
using System.Net.WebSockets;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A client that speaks bytes, so that it can say what no real one would.</summary>
internal sealed class RawClient : IDisposable
{
    private RawClient(ClientWebSocket socket) => Socket = socket;

    public ClientWebSocket Socket { get; }

    /// <param name="server">Where to.</param>
    /// <param name="http2">Connects over HTTP/2 by it, if there is one.</param>
    public static async Task<RawClient> ConnectAsync(TestServer server, HttpMessageInvoker? http2 = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(ProtocolLimits.SubProtocol);
        if (http2 is not null)
        {
            (socket.Options.HttpVersion, socket.Options.HttpVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        }

        var address = new Uri(server.Endpoint.Replace("http:", "ws:", StringComparison.Ordinal));
        await socket.ConnectAsync(address, http2, CancellationToken.None).WaitAsync(Limit.Long);
        return new RawClient(socket);
    }

    public static HelloMessage Hello(params HubContract[] hubs) => new()
    {
        SessionId = new byte[HelloMessage.SessionIdLength],
        Secret = new byte[HelloMessage.SecretLength],
        Attempt = 1,
        Create = true,
        Channels = [.. hubs.Select(hub => new ChannelRequest(hub.Name, hub.Fingerprint.ToArray()))],
        WindowMessages = 8192,
        WindowBytes = 4 * 1024 * 1024,
        MaxFrameBytes = 1024 * 1024,
        MaxPendingCalls = 256,
    };

    /// <summary>Builds a frame of one message.</summary>
    public static byte[] Frame(MessageKind kind, long number, uint[] fields, byte[]? body = null, long? ack = null)
    {
        using var writer = new FrameWriter();
        writer.Append(kind, number, fields, body ?? []);
        return writer.Complete(ack).ToArray();
    }

    public Task SendAsync(byte[] frame) => Socket.SendAsync(frame, WebSocketMessageType.Binary, true, CancellationToken.None).WaitAsync(Limit.Long);

    public async Task SayHelloAsync(params HubContract[] hubs)
    {
        await SendAsync(Frame(MessageKind.Hello, 0, [], Hello(hubs).ToBytes()));
        var welcome = await ReceiveAsync();
        Assert.Equal((byte)MessageKind.Welcome, (byte)(welcome![1] & 0x1F));
    }

    /// <summary>The next frame, or null once the server has closed.</summary>
    public async Task<byte[]?> ReceiveAsync()
    {
        var buffer = new byte[2 * 1024 * 1024];
        var length = 0;
        while (true)
        {
            var result = await Socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), CancellationToken.None).WaitAsync(Limit.Long);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += result.Count;
            if (result.EndOfMessage)
            {
                return buffer[..length];
            }
        }
    }

    /// <summary>Reads to the server's close, and says what its code was.</summary>
    public async Task<SocketCloseCode> CloseCodeAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        return (SocketCloseCode)Socket.CloseStatus!.Value;
    }

    public void Dispose() => Socket.Dispose();
}

using System.Security.Cryptography;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>A socket that speaks bytes with a server that counts.</summary>
internal sealed class RawEnd : IDisposable
{
    // The members' numbers, in the order of their names. The kit's server has three hubs; this is the third.
    public const uint Hub = 2;
    public const uint Count = 2;
    public const uint Once = 7;

    private RawEnd(RawClient client) => Client = client;

    public RawClient Client { get; }

    public static async Task<RawEnd> DialAsync(FaultServer server) => new(await RawClient.ConnectAsync(server.Host));

    /// <summary>A Hello with an id and a secret that nobody has used.</summary>
    public static HelloMessage NewHello(string? token = null)
    {
        var hello = RawClient.Hello(Contract<ICountHub>());
        hello.SessionId = RandomNumberGenerator.GetBytes(HelloMessage.SessionIdLength);
        hello.Secret = RandomNumberGenerator.GetBytes(HelloMessage.SecretLength);
        hello.Token = token;
        return hello;
    }

    /// <summary>A frame that counts one number.</summary>
    public static byte[] CountFrame(long sequence, int number) =>
        RawClient.Frame(MessageKind.Emit, sequence, [Hub, Count], [0x92, 0xCD, (byte)(number >> 8), (byte)number, 0xC4, 0]);

    public Task SendAsync(byte[] frame) => Client.SendAsync(frame);

    public Task SendHelloAsync(HelloMessage hello) => SendAsync(RawClient.Frame(MessageKind.Hello, 0, [], hello.ToBytes()));

    /// <summary>Says Hello, and reads the answer.</summary>
    public async Task<WelcomeMessage> HelloAsync(HelloMessage hello)
    {
        await SendHelloAsync(hello);
        var bytes = await Client.ReceiveAsync();
        Assert.True(bytes is not null, $"The server has closed with {Client.Socket.CloseStatus} instead of a Welcome.");
        return ReadWelcome(bytes);
    }

    /// <summary>The number that messages of a kind carry first, as they come: of results and errors the call's.</summary>
    public async Task<byte[]> UntilAsync(MessageKind kind)
    {
        while (await Client.ReceiveAsync() is { } bytes)
        {
            if (Kinds(bytes).Contains(kind))
            {
                return bytes;
            }
        }

        throw new InvalidOperationException($"The server has closed with {Client.Socket.CloseStatus} before a {kind} came.");
    }

    /// <summary>Makes sure that the server still serves this socket.</summary>
    public async Task PingAsync()
    {
        await SendAsync(RawClient.Frame(MessageKind.Ping, 0, []));
        await UntilAsync(MessageKind.Pong);
    }

    public Task<SocketCloseCode> CloseCodeAsync() => Client.CloseCodeAsync();

    public void Dispose() => Client.Dispose();

    public static List<MessageKind> Kinds(byte[] bytes)
    {
        List<MessageKind> kinds = [];
        var frame = new FrameReader(bytes);
        while (frame.MoveNext(out var message))
        {
            kinds.Add(message.Kind);
        }

        return kinds;
    }

    private static WelcomeMessage ReadWelcome(byte[] bytes)
    {
        var frame = new FrameReader(bytes);
        Assert.True(frame.MoveNext(out var message));
        Assert.Equal(MessageKind.Welcome, message.Kind);
        return WelcomeMessage.Read(message.Body);
    }

    private static TypedSockets.Hubs.HubContract Contract<THub>()
        where THub : class, TypedSockets.Hubs.IHubContract<THub> => THub.Contract;
}

using System.Buffers;
using MessagePack;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class HandshakeTests
{
    private const int MaxChannels = 3;

    [Theory]
    [InlineData(null)]
    [InlineData("a token")]
    public void A_hello_is_read_back(string? token)
    {
        var hello = CreateHello();
        hello.Token = token;
        var read = HelloMessage.Read(hello.ToBytes(), MaxChannels);
        Assert.Equivalent(hello, read, strict: true);
    }

    [Fact]
    public void A_welcome_is_read_back()
    {
        var welcome = CreateWelcome();
        Assert.Equivalent(welcome, WelcomeMessage.Read(welcome.ToBytes()), strict: true);
    }

    [Fact]
    public void The_keys_of_a_hello_are_those_of_the_specification()
    {
        var hello = CreateHello();
        hello.Token = "t";
        Assert.Equal(Enumerable.Range(0, 15), Keys(hello.ToBytes()));
    }

    [Fact]
    public void The_keys_of_a_welcome_are_those_of_the_specification() =>
        Assert.Equal(Enumerable.Range(0, 17), Keys(CreateWelcome().ToBytes()));

    [Fact]
    public void Keys_of_a_later_version_are_skipped()
    {
        var hello = HelloMessage.Read(WithUnknownKeys(CreateHello().ToBytes()), MaxChannels);
        Assert.Equivalent(CreateHello(), hello, strict: true);
        var welcome = WelcomeMessage.Read(WithUnknownKeys(CreateWelcome().ToBytes()));
        Assert.Equivalent(CreateWelcome(), welcome, strict: true);
    }

    [Fact]
    public void Another_major_version_is_refused_as_such()
    {
        var hello = CreateHello();
        hello.Major = 2;
        Assert.Equal(SocketCloseCode.Version, Refused(hello).CloseCode);
    }

    [Fact]
    public void Another_minor_version_and_its_features_are_let_in()
    {
        var hello = CreateHello();
        hello.Minor = 9;
        hello.Features = uint.MaxValue;
        Assert.Equal(9, HelloMessage.Read(hello.ToBytes(), MaxChannels).Minor);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void A_session_id_of_another_length_is_refused(int length)
    {
        var hello = CreateHello();
        hello.SessionId = new byte[length];
        Refused(hello);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_secret_of_another_length_is_refused(int length)
    {
        var hello = CreateHello();
        hello.Secret = new byte[length];
        Refused(hello);
    }

    [Fact]
    public void More_hubs_than_the_server_opens_are_refused()
    {
        var hello = CreateHello();
        hello.Channels = [.. Enumerable.Repeat(hello.Channels[0], MaxChannels + 1)];
        Assert.Equal(SocketCloseCode.LimitExceeded, Refused(hello).CloseCode);
    }

    [Fact]
    public void A_hub_name_of_more_than_256_bytes_is_refused()
    {
        var hello = CreateHello();
        hello.Channels = [new ChannelRequest(new string('é', 128), new byte[16])];
        Assert.Equal(new string('é', 128), HelloMessage.Read(hello.ToBytes(), MaxChannels).Channels[0].Hub);
        hello.Channels = [new ChannelRequest(new string('é', 128) + "!", new byte[16])];
        Refused(hello);
    }

    [Fact]
    public void Limits_that_let_nothing_through_are_refused()
    {
        Action<HelloMessage>[] changes =
        [
            hello => hello.WindowMessages = 1, hello => hello.WindowBytes = 1, hello => hello.MaxFrameBytes = 1023,
            hello => hello.MaxPendingCalls = 0, hello => hello.WindowMessages = -1,
        ];
        foreach (var change in changes)
        {
            var hello = CreateHello();
            change(hello);
            Assert.Contains("limits", Refused(hello).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_handshake_that_is_cut_off_anywhere_is_refused()
    {
        var hello = CreateHello().ToBytes();
        for (var length = 0; length < hello.Length; length++)
        {
            Assert.Throws<ProtocolException>(() => HelloMessage.Read(hello.AsSpan(0, length), MaxChannels));
        }

        var welcome = CreateWelcome().ToBytes();
        for (var length = 0; length < welcome.Length; length++)
        {
            Assert.Throws<ProtocolException>(() => WelcomeMessage.Read(welcome.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Opening_a_hub_later_is_a_pair()
    {
        var request = new ChannelRequest("chat", [.. Enumerable.Range(0, 16).Select(i => (byte)i)]);
        var body = ChannelMessages.Open(request);
        Assert.Equal("92A463686174C410000102030405060708090A0B0C0D0E0F", Convert.ToHexString(body));
        Assert.Equivalent(request, ChannelMessages.ParseOpen(body), strict: true);
        var ready = ChannelMessages.Ready(new ChannelGrant("chat", 5));
        Assert.Equal("92A46368617405", Convert.ToHexString(ready));
        Assert.Equal(new ChannelGrant("chat", 5), ChannelMessages.ParseReady(ready));
    }

    [Theory]
    [InlineData("")]
    [InlineData("91A163")]
    [InlineData("93A1630505")]
    [InlineData("92A163A163")]
    public void A_broken_pair_is_refused(string hex) =>
        Assert.Throws<ProtocolException>(() => ChannelMessages.ParseReady(Convert.FromHexString(hex)));

    internal static HelloMessage CreateHello() => new()
    {
        Features = 5,
        SessionId = [.. Enumerable.Range(1, 16).Select(i => (byte)i)],
        Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)],
        Attempt = 3,
        Create = true,
        Received = 1L << 40,
        Channels = [new ChannelRequest("chat", new byte[16]), new ChannelRequest("état", new byte[16])],
        WindowMessages = 8192,
        WindowBytes = 1 << 20,
        MaxFrameBytes = 1 << 16,
        MaxPendingCalls = 256,
        ClientInfo = "a test",
    };

    internal static WelcomeMessage CreateWelcome() => new()
    {
        Features = 6,
        Outcome = SessionOutcome.Lost,
        Received = long.MaxValue,
        Channels = [new ChannelGrant("chat", 0), new ChannelGrant("état", uint.MaxValue)],
        WindowMessages = 8192,
        WindowBytes = 1 << 20,
        MaxFrameBytes = 1 << 16,
        MaxPendingCalls = 256,
        PingAfter = 15_000,
        DeadAfter = 25_000,
        ConnectionId = "0123",
    };

    private static ProtocolException Refused(HelloMessage hello) =>
        Assert.Throws<ProtocolException>(() => HelloMessage.Read(hello.ToBytes(), MaxChannels));

    private static List<int> Keys(byte[] map)
    {
        var reader = new MessagePackReader(map);
        var keys = new List<int>();
        for (var count = reader.ReadMapHeader(); count > 0; count--)
        {
            keys.Add(reader.ReadInt32());
            reader.Skip();
        }

        Assert.True(reader.End);
        return keys;
    }

    // Both maps have at most 15 entries, so the header is one byte: it is replaced by a longer one.
    private static byte[] WithUnknownKeys(byte[] map)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteMapHeader((map[0] & 0x0F) + 2);
        writer.Write(1000);
        writer.WriteArrayHeader(2);
        writer.Write("x");
        writer.WriteMapHeader(0);
        writer.WriteRaw(map.AsSpan(1));
        writer.Write(-1);
        writer.WriteNil();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

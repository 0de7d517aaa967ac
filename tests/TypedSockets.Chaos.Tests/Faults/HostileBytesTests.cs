using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Codecs;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Bytes that are made to cost much: what they are in is refused, and everything else goes on.</summary>
public sealed class HostileBytesTests
{
    // IProbeHub is the kit's first hub; its members' numbers, in the order of the names: Add 0, AskMe 1, Block 2, Fail 3, Join 4.
    private const uint Probe = 0;
    private const uint Add = 0;
    private const uint Join = 4;
    private const byte Headers = 0x40;

    // As much as a frame to a server holds.
    private const int Most = 60_000;

    public static TheoryData<string> Lengths() => ["DDFFFFFFFF", "DFFFFFFFFF", "C6FFFFFFFF", "DBFFFFFFFF", "C9FFFFFFFF05", "91DDFFFFFFFF", "92C6FFFFFFFF", "92DBFFFFFFFF"];

    public static TheoryData<string, string> Broken() => new()
    {
        { "a number of six bytes", "4100000580808080800101" },
        { "a number that is longer than it has to be", "4100000580000000" },
        { "a number over 32 bits", "41010005FFFFFFFF7F" },
        { "a kind that is required and unknown", "401F00" },
        { "a server's message from a client", "400200" },
        { "a hub that is not open", "4101000503630091" },
        { "a message that is longer than its frame", "410100050A0000" },
        { "a frame of another version", "81010005020000" },
    };

    [Fact]
    public void Row_S9_Keys_that_collide_cost_no_more_than_others()
    {
        const int Keys = 100_000;
        var ordinary = Map(Keys, key => key);
        var colliding = Map(Keys, key => (key << 32) | key);
        Assert.Single(Enumerable.Range(0, 1000).Select(key => (((long)key << 32) | (uint)key).GetHashCode()).Distinct());

        // Read twice, so that the first does not pay for the compiler. With the default comparer it would be thousands of times.
        Read(ordinary);
        var expected = Read(ordinary);
        Assert.InRange(Read(colliding) / expected, 0, 100);
    }

    [Theory]
    [InlineData(0x91)]
    [InlineData(0x81)]
    public async Task Row_S10_Arguments_that_nest_without_end_are_an_error_of_that_call(byte one)
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await DialAsync(server);
        await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, 1, [Probe, Add, 2], [0x92, .. Enumerable.Repeat(one, Most)]));
        await raw.UntilAsync(MessageKind.Error);
        await raw.PingAsync();
    }

    [Theory]
    [InlineData(0x91)]
    [InlineData(0x81)]
    public async Task Row_S10_Headers_that_nest_without_end_end_the_connection(byte one)
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await DialAsync(server);
        await raw.SendAsync(WithHeaders([.. Enumerable.Repeat(one, Most)]));
        Assert.Equal(SocketCloseCode.ProtocolError, await raw.CloseCodeAsync());
        await StillServesAsync(server);
    }

    [Fact]
    public async Task Row_S10_Headers_that_nest_as_deep_as_is_allowed_are_skipped()
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await DialAsync(server);
        await raw.SendAsync(WithHeaders([.. Enumerable.Repeat((byte)0x91, PayloadLimits.MaxDepth - 1), 0xC0, 0x92, 0x01, 0x02]));
        await raw.UntilAsync(MessageKind.Result);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Row_S11_Lengths_that_promise_four_gigabytes_are_refused_and_nothing_is_allocated(string hex)
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await DialAsync(server);
        await raw.PingAsync();
        var before = GC.GetTotalAllocatedBytes();
        for (var call = 1u; call <= 20; call++)
        {
            await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, call, [Probe, Add, call * 2], Convert.FromHexString(hex)));
            await raw.UntilAsync(MessageKind.Error);
        }

        // The test's own end reads into two megabytes for each answer.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200L * 1024 * 1024);
        await raw.SendAsync(WithHeaders(Convert.FromHexString(hex), number: 21));
        Assert.Equal(SocketCloseCode.ProtocolError, await raw.CloseCodeAsync());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Row_S12_Frames_that_cannot_be_read_end_the_connection_with_its_code(string what, string hex)
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await DialAsync(server);
        await raw.SendAsync(Convert.FromHexString(hex));
        var code = await raw.CloseCodeAsync();
        Assert.True(code == (what == "a frame of another version" ? SocketCloseCode.Version : SocketCloseCode.ProtocolError), $"{what}: {code}");
        await StillServesAsync(server);
    }

    [Fact]
    public async Task Row_S12_Text_that_is_no_UTF_8_is_an_error_of_that_call()
    {
        await using var server = await FaultServer.StartAsync();
        using var raw = await DialAsync(server);
        await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, 1, [Probe, Join, 2], [0x91, 0xA2, 0xC3, 0x28]));
        await raw.UntilAsync(MessageKind.Error);
        await raw.PingAsync();
    }

    private static async Task<RawEnd> DialAsync(FaultServer server)
    {
        var raw = await RawEnd.DialAsync(server);
        var hello = RawEnd.NewHello();
        hello.Channels.Add(new ChannelRequest(Contracts.Probe.Name, Contracts.Probe.Fingerprint.ToArray()));
        await raw.HelloAsync(hello);
        return raw;
    }

    private static async Task StillServesAsync(FaultServer server)
    {
        await using var client = await FaultClient.ConnectAsync(server);
        await client.EchoAsync();
    }

    // A call of the hub's Add, by hand: the frame's writer knows no headers.
    private static byte[] WithHeaders(byte[] headers, byte number = 1)
    {
        byte[] body = [(byte)Probe, (byte)Add, 60, .. headers];
        var length = body.Length;
        byte[] varint = length < 0x80 ? [(byte)length] : length < 0x4000 ? [(byte)(length | 0x80), (byte)(length >> 7)] : [(byte)(length | 0x80), (byte)((length >> 7) | 0x80), (byte)(length >> 14)];
        return [0x41, number, 0, (byte)MessageKind.Invoke | Headers, .. varint, .. body];
    }

    private static byte[] Map(int count, Func<long, long> key)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0xDF, (byte)(count >> 24), (byte)(count >> 16), (byte)(count >> 8), (byte)count]);
        for (var i = 0; i < count; i++)
        {
            bytes.WriteByte(0xD3);
            bytes.Write([.. BitConverter.GetBytes(key(i)).Reverse()]);
            bytes.WriteByte(1);
        }

        return bytes.ToArray();
    }

    private static double Read(byte[] map)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var reader = new PayloadReader(map);
        Assert.Equal(100_000, DictionaryCodec<long, int, Int64Codec, Int32Codec>.Read(ref reader).Count);
        return System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}

using System.Net.WebSockets;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Integration.Tests;

public sealed class BadInputTests
{
    // IProbeHub's numbers, in the order of the names: Add 0, AskMe 1, Block 2, Fail 3, Join 4, Leave 5, Note 6, NoteLater 7, Overtake 8, Tell 9, Who 10.
    private const uint Add = 0;
    private const uint Note = 6;

    public static TheoryData<string, SocketCloseCode> Frames() => new()
    {
        { "", SocketCloseCode.ProtocolError },
        { "40", (SocketCloseCode)0 },
        { "44", SocketCloseCode.ProtocolError },
        { "80", SocketCloseCode.Version },
        { "41", SocketCloseCode.ProtocolError },
        { "4105", SocketCloseCode.ProtocolError },
        { "4025", SocketCloseCode.ProtocolError },
        { "402580", SocketCloseCode.ProtocolError },
        { "40250500069106", SocketCloseCode.ProtocolError },
        { "402D00", (SocketCloseCode)0 },
        { "400D00", SocketCloseCode.ProtocolError },
        { "402000", SocketCloseCode.ProtocolError },
        { "402100", SocketCloseCode.ProtocolError },
        { "403800", (SocketCloseCode)0 },
        { "40B800", SocketCloseCode.ProtocolError },
        { "410100050400069106", (SocketCloseCode)0 },
        { "410200050400069106", SocketCloseCode.OutOfSequence },
        { "410100050409069106", SocketCloseCode.ProtocolError },
        { "410100050400639106", SocketCloseCode.ProtocolError },
        { "4205002D00", SocketCloseCode.ProtocolError },
        { "4037020063", SocketCloseCode.ProtocolError },
        { "4037020963", SocketCloseCode.ProtocolError },
        { "410100070105", (SocketCloseCode)0 },
        { "4101000605000001920102", SocketCloseCode.ProtocolError },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task A_frame_gets_the_code_that_the_protocol_gives_it_and_others_go_on(string hex, SocketCloseCode expected)
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(Convert.FromHexString(hex));
        if (expected == 0)
        {
            // It is still served: a ping is answered.
            await raw.SendAsync(RawClient.Frame(MessageKind.Ping, 0, []));
            Assert.NotNull(await raw.ReceiveAsync());
        }
        else
        {
            Assert.Equal(expected, await raw.CloseCodeAsync());
        }

        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        Assert.Equal(3, await hub.Emit.Add(1, 2));
    }

    [Fact]
    public async Task A_hub_that_is_opened_twice_at_once_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync();
        var open = ChannelMessages.Open(new ChannelRequest(Contracts.Probe.Name, Contracts.Probe.Fingerprint.ToArray()));
        using var writer = new FrameWriter();
        writer.Append(MessageKind.ChannelOpen, 1, [], open);
        writer.Append(MessageKind.ChannelOpen, 2, [], open);
        await raw.SendAsync(writer.Complete(received: null).ToArray());
        Assert.Equal(SocketCloseCode.ProtocolError, await raw.CloseCodeAsync());
    }

    [Fact]
    public async Task A_duplicate_is_skipped()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(RawClient.Frame(MessageKind.Emit, 1, [0, Note], [0x91, 0x01]));
        await raw.SendAsync(RawClient.Frame(MessageKind.Emit, 1, [0, Note], [0x91, 0x01]));
        await raw.SendAsync(RawClient.Frame(MessageKind.Emit, 2, [0, Note], [0x91, 0x02]));
        Assert.Equal([1, 2], await server.Probe.TakeNotes(2));
    }

    [Fact]
    public async Task An_unknown_call_is_answered_and_the_session_lives()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, 1, [0, 77, 2], [0x90]));
        Assert.Equal((2u, SocketErrorCode.UnknownMethod), await ErrorAsync(raw));
        await raw.SendAsync(RawClient.Frame(MessageKind.Emit, 2, [0, Note], [0x91, 0x05]));
        Assert.Equal([5], await server.Probe.TakeNotes(1));
    }

    [Fact]
    public async Task Arguments_of_a_call_that_cannot_be_read_are_answered_and_logged_without_the_payload()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, 1, [0, Add, 2], [0x91, 0xA6, .. "secret"u8]));

        Assert.Equal((2u, SocketErrorCode.BadArguments), await ErrorAsync(raw));
        Assert.Contains(server.Log.Lines, line => line.Contains("'IProbeHub.Add.left'", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Arguments_of_an_emit_that_cannot_be_read_are_logged_with_the_connection_and_the_next_is_handled()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(RawClient.Frame(MessageKind.Emit, 1, [0, Note], [0x91, 0xC0]));
        await raw.SendAsync(RawClient.Frame(MessageKind.Emit, 2, [0, Note], [0x91, 0x07]));

        Assert.Equal([7], await server.Probe.TakeNotes(1));
        Assert.Contains(server.Log.Lines, line => line.Contains("'IProbeHub.Note' was not handled on connection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_frame_over_the_limit_is_refused_without_being_kept()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(new byte[200_000]);
        Assert.Equal(SocketCloseCode.TooLarge, await raw.CloseCodeAsync());
    }

    [Fact]
    public async Task More_messages_than_the_window_allows_end_the_session()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(RawClient.Frame(MessageKind.Invoke, 1, [0, 2, 2], [0x90]));
        await server.Probe.Blocked.Task.WaitAsync(Limit.Long);
        try
        {
            for (var number = 2; number < 6_000; number++)
            {
                await raw.SendAsync(RawClient.Frame(MessageKind.Emit, number, [0, Note], [0x91, 0x01]));
            }
        }
        catch (WebSocketException)
        {
            // The server has closed while this client was still sending.
        }

        Assert.Equal(SocketCloseCode.LimitExceeded, await raw.CloseCodeAsync());
        server.Probe.Unblock.SetResult();
    }

    [Fact]
    public async Task A_text_message_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.Socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        Assert.Equal(SocketCloseCode.ProtocolError, await raw.CloseCodeAsync());
    }

    private static async Task<(uint Id, SocketErrorCode Code)> ErrorAsync(RawClient raw)
    {
        while (await raw.ReceiveAsync() is { } bytes)
        {
            if (FindError(bytes) is { } error)
            {
                return error;
            }
        }

        throw new InvalidOperationException("The server has closed.");
    }

    private static (uint Id, SocketErrorCode Code)? FindError(byte[] bytes)
    {
        var frame = new FrameReader(bytes);
        while (frame.MoveNext(out var message))
        {
            if (message.Kind == MessageKind.Error)
            {
                var rest = message.Body;
                return (Varint.Read(ref rest), (SocketErrorCode)Varint.Read(ref rest));
            }
        }

        return null;
    }
}

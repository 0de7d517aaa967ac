using System.Net.WebSockets;
using System.Text;
using TypedSockets.Protocol;
using TypedSockets.Tests.Connections;
using TypedSockets.Transports;

namespace TypedSockets.Tests.Transports;

/// <summary>The transport over a WebSocket of the framework, whose stream stays in memory.</summary>
public sealed class WebSocketTransportTests : IDisposable
{
    private readonly WebSocket _other;
    private readonly WebSocketTransport _transport;
    private readonly FrameBuffer _buffer = new();

    public WebSocketTransportTests()
    {
        var (one, other) = DuplexStream.CreatePair();
        _transport = new WebSocketTransport(WebSocket.CreateFromStream(one, new WebSocketCreationOptions { IsServer = true }));
        _other = WebSocket.CreateFromStream(other, new WebSocketCreationOptions { IsServer = false });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(60_000)]
    public async Task A_frame_arrives_whole(int size)
    {
        var frame = new byte[size];
        new Random(size).NextBytes(frame);
        await SendAsync(frame);
        Assert.True(await ReceiveAsync());
        Assert.Equal(frame, _buffer.Frame.ToArray());
        Assert.Equal(size, _buffer.Total);
    }

    [Fact]
    public async Task A_frame_may_come_in_fragments()
    {
        await _other.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, endOfMessage: false, default);
        await _other.SendAsync(new byte[] { 2 }, WebSocketMessageType.Binary, endOfMessage: true, default);
        Assert.True(await ReceiveAsync());
        Assert.Equal([1, 2], _buffer.Frame.ToArray());
    }

    [Fact]
    public async Task A_text_message_is_refused_once()
    {
        await _other.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, endOfMessage: true, default);
        await SendAsync([1]);
        var error = await Assert.ThrowsAsync<ProtocolException>(ReceiveAsync);
        Assert.Equal(SocketCloseCode.ProtocolError, error.CloseCode);
        Assert.True(await ReceiveAsync());
        Assert.Equal([1], _buffer.Frame.ToArray());
    }

    [Fact]
    public async Task A_frame_over_the_limit_is_refused()
    {
        await SendAsync(new byte[70_000]);
        var error = await Assert.ThrowsAsync<ProtocolException>(ReceiveAsync);
        Assert.Equal(SocketCloseCode.TooLarge, error.CloseCode);
    }

    [Fact]
    public async Task The_other_ends_close_is_kept()
    {
        await _other.CloseOutputAsync((WebSocketCloseStatus)4000, "down", default);
        Assert.False(await ReceiveAsync());
        Assert.Equal(new TransportClose(4000, "down"), _transport.PeerClose);
    }

    [Fact]
    public async Task A_line_that_is_lost_is_an_abnormal_closure()
    {
        _other.Abort();
        Assert.False(await ReceiveAsync());
        Assert.Equal(TransportClose.Lost, _transport.PeerClose);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_cut()
    {
        await _transport.CloseAsync(SocketCloseCode.Kicked, new string('é', 100), default);
        var buffer = new byte[100];
        var result = await _other.ReceiveAsync(buffer, default).WaitAsync(TestPeer.Patience);
        Assert.Equal((4207, new string('é', 60)), ((int)result.CloseStatus!, result.CloseStatusDescription));
    }

    [Fact]
    public async Task Closing_twice_tells_the_other_end_once()
    {
        await _transport.CloseAsync(SocketCloseCode.Kicked, "first", default);
        await _transport.CloseAsync(SocketCloseCode.Busy, "second", default);
        var result = await _other.ReceiveAsync(new byte[100], default).WaitAsync(TestPeer.Patience);
        Assert.Equal("first", result.CloseStatusDescription);
    }

    [Fact]
    public async Task Writing_to_a_lost_socket_says_so()
    {
        _transport.Abort();
        await Assert.ThrowsAsync<IOException>(() => _transport.SendAsync(new byte[1], default).AsTask());
        await _transport.CloseAsync(SocketCloseCode.Normal, "", default);
    }

    public void Dispose()
    {
        _other.Dispose();
        _buffer.GiveBack();
    }

    private Task SendAsync(byte[] frame) => _other.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, default);

    private Task<bool> ReceiveAsync() => _transport.ReceiveAsync(_buffer, 64 * 1024, default).AsTask().WaitAsync(TestPeer.Patience);
}

using System.Buffers;
using System.IO.Pipelines;
using TypedSockets.AspNetCore.WebSockets;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Integration.Tests.WebSockets;

public sealed class PipeTransportTests : IAsyncDisposable
{
    private readonly Pipe _in = new();
    private readonly Pipe _out = new(new PipeOptions(pauseWriterThreshold: 200_000, resumeWriterThreshold: 100_000));
    private readonly PipeTransport _transport;
    private readonly FrameBuffer _buffer = new();
    private int _aborted;

    public PipeTransportTests() => _transport = new PipeTransport(new Ends(_in.Reader, _out.Writer), () => _aborted++);

    [Fact]
    public async Task Messages_that_come_together_are_received_one_by_one()
    {
        await ComeAsync([.. ClientFrames.Message([1]), .. ClientFrames.Message([2, 3])]);
        Assert.True(await ReceiveAsync());
        Assert.Equal([1], _buffer.Frame.ToArray());
        Assert.True(await ReceiveAsync());
        Assert.Equal([2, 3], _buffer.Frame.ToArray());
    }

    [Fact]
    public async Task A_message_that_comes_byte_by_byte_is_received_whole()
    {
        var received = ReceiveAsync();
        foreach (var one in ClientFrames.Message([1, 2, 3]))
        {
            await ComeAsync([one]);
        }

        Assert.True(await received);
        Assert.Equal([1, 2, 3], _buffer.Frame.ToArray());
    }

    [Theory]
    [InlineData(1, "8201")]
    [InlineData(125, "827D")]
    [InlineData(126, "827E007E")]
    [InlineData(65_535, "827EFFFF")]
    [InlineData(65_536, "827F0000000000010000")]
    public async Task A_frame_is_written_unmasked_with_the_shortest_length(int size, string header)
    {
        var frame = new byte[size];
        new Random(size).NextBytes(frame);
        await _transport.SendAsync(frame, default);
        byte[] expected = [.. Convert.FromHexString(header), .. frame];
        Assert.Equal(expected, await WrittenAsync());
    }

    [Fact]
    public async Task A_ping_is_answered_with_what_it_carried()
    {
        await ComeAsync([.. ClientFrames.Frame(ClientFrames.Final | ClientFrames.Ping, [5, 6]), .. ClientFrames.Message([1])]);
        Assert.True(await ReceiveAsync());
        Assert.Equal("8A020506", Convert.ToHexString(await WrittenAsync()));
    }

    [Fact]
    public async Task While_nothing_can_be_written_pings_are_read_on_and_only_the_last_is_answered()
    {
        var stuck = _transport.SendAsync(new byte[200_000], default).AsTask();
        Assert.False(stuck.IsCompleted);
        for (byte one = 1; one <= 100; one++)
        {
            await ComeAsync(ClientFrames.Frame(ClientFrames.Final | ClientFrames.Ping, [one]));
        }

        await ComeAsync(ClientFrames.Message([1]));
        Assert.True(await ReceiveAsync());
        Assert.Equal(200_010, (await WrittenAsync()).Length);
        await stuck.WaitAsync(Limit.Long);
        Assert.Equal("8A0164", Convert.ToHexString(await WrittenAsync()));
    }

    [Fact]
    public async Task The_clients_close_ends_the_receiving_and_is_answered_when_we_close_too()
    {
        await ComeAsync([.. ClientFrames.CloseFrame(4000, "down"u8.ToArray()), .. ClientFrames.Message([1])]);
        Assert.False(await ReceiveAsync());
        Assert.False(await ReceiveAsync());
        Assert.Equal(new TransportClose(4000, "down"), _transport.PeerClose);
        await _transport.CloseAsync(SocketCloseCode.Kicked, "go", default);
        Assert.Equal("8804106F676F", Convert.ToHexString(await WrittenAsync()));
    }

    [Fact]
    public async Task Closing_twice_tells_the_client_once_and_nothing_is_written_after_it()
    {
        await _transport.CloseAsync(SocketCloseCode.Normal, "", default);
        await _transport.CloseAsync(SocketCloseCode.Busy, "second", default);
        await Assert.ThrowsAsync<IOException>(() => _transport.SendAsync(new byte[1], default).AsTask());
        Assert.Equal("880203E8", Convert.ToHexString(await WrittenAsync()));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_cut()
    {
        await _transport.CloseAsync(SocketCloseCode.Kicked, new string('é', 100), default);
        var written = await WrittenAsync();
        Assert.Equal(2 + 2 + 120, written.Length);
        Assert.Equal(122, written[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_that_ends_even_within_a_frame_is_an_abnormal_closure(bool within)
    {
        if (within)
        {
            await ComeAsync(ClientFrames.Message([1, 2, 3])[..8]);
        }

        await _in.Writer.CompleteAsync();
        Assert.False(await ReceiveAsync());
        Assert.Equal(TransportClose.Lost, _transport.PeerClose);
    }

    [Fact]
    public async Task A_line_that_breaks_is_an_abnormal_closure()
    {
        await _in.Writer.CompleteAsync(new IOException("reset"));
        Assert.False(await ReceiveAsync());
        Assert.Equal(TransportClose.Lost, _transport.PeerClose);
    }

    [Fact]
    public async Task After_malformed_bytes_everything_is_dropped_until_the_line_ends()
    {
        await ComeAsync([.. Convert.FromHexString("8201AA"), .. ClientFrames.Message([1])]);
        Assert.Equal(1002, (int)(await Assert.ThrowsAsync<ProtocolException>(ReceiveAsync)).CloseCode);
        var rest = ReceiveAsync();
        await ComeAsync(ClientFrames.Message([2]));
        Assert.False(rest.IsCompleted);
        await _in.Writer.CompleteAsync();
        Assert.False(await rest);
    }

    [Fact]
    public async Task A_read_that_the_host_cancels_goes_on()
    {
        var received = ReceiveAsync();
        _in.Reader.CancelPendingRead();
        await ComeAsync(ClientFrames.Message([1]));
        Assert.True(await received);
    }

    [Fact]
    public async Task Writing_to_a_line_that_is_gone_says_so()
    {
        await _out.Reader.CompleteAsync();
        await Assert.ThrowsAsync<IOException>(() => _transport.SendAsync(new byte[1], default).AsTask());
        await _transport.CloseAsync(SocketCloseCode.Normal, "", default);
        Assert.Equal(1, _aborted);
    }

    [Fact]
    public async Task Once_disposed_of_nothing_is_written_to_a_line_that_may_be_somebody_elses()
    {
        await _transport.DisposeAsync();
        await Assert.ThrowsAsync<IOException>(() => _transport.SendAsync(new byte[1], default).AsTask());
        Assert.False(_out.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Waiting_holds_no_buffer()
    {
        await ComeAsync(ClientFrames.Message(new byte[1000]));
        Assert.True(await ReceiveAsync());
        var received = ReceiveAsync();
        Assert.Equal(0, _buffer.Capacity);
        await ComeAsync(ClientFrames.Message([1]));
        Assert.True(await received);
    }

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        _buffer.GiveBack();
    }

    private async Task ComeAsync(byte[] bytes) => await _in.Writer.WriteAsync(bytes);

    private Task<bool> ReceiveAsync() => _transport.ReceiveAsync(_buffer, 64 * 1024, default).AsTask().WaitAsync(Limit.Long);

    private async Task<byte[]> WrittenAsync()
    {
        var result = await _out.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long);
        var bytes = result.Buffer.ToArray();
        _out.Reader.AdvanceTo(result.Buffer.End);
        return bytes;
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}

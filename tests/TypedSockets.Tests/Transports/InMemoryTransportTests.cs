using TypedSockets.Tests.Connections;
using TypedSockets.Transports;

namespace TypedSockets.Tests.Transports;

public sealed class InMemoryTransportTests
{
    [Fact]
    public async Task Frames_arrive_in_order_and_are_copies()
    {
        var (one, other) = InMemoryTransport.CreatePair();
        byte[] frame = [1];
        await one.SendAsync(frame, default);
        frame[0] = 2;
        await one.SendAsync(frame, default);
        Assert.Equal([1], await ReceiveAsync(other));
        Assert.Equal([2], await ReceiveAsync(other));
    }

    [Fact]
    public async Task What_was_sent_before_a_close_is_still_read()
    {
        var (one, other) = InMemoryTransport.CreatePair();
        await one.SendAsync(new byte[] { 1 }, default);
        await one.CloseAsync(SocketCloseCode.Kicked, "out", default);
        Assert.Equal([1], await ReceiveAsync(other));
        Assert.Null(await ReceiveAsync(other));
        Assert.Equal(new TransportClose(4207, "out"), other.PeerClose);
    }

    [Fact]
    public async Task An_aborted_line_is_lost_for_both_ends()
    {
        var (one, other) = InMemoryTransport.CreatePair();
        one.Abort();
        Assert.Null(await ReceiveAsync(one));
        Assert.Null(await ReceiveAsync(other));
        Assert.Equal((TransportClose.Lost, TransportClose.Lost), (one.PeerClose, other.PeerClose));
        await Assert.ThrowsAsync<IOException>(() => other.SendAsync(new byte[1], default).AsTask());
    }

    private static async Task<byte[]?> ReceiveAsync(InMemoryTransport transport)
    {
        var buffer = new FrameBuffer();
        return await transport.ReceiveAsync(buffer, 1000, default).AsTask().WaitAsync(TestPeer.Patience) ? buffer.Frame.ToArray() : null;
    }
}

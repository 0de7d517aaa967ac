using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>The end that sends a stream's items, message by message.</summary>
public sealed class StreamProducerTests
{
    [Fact]
    public void Items_go_out_numbered_with_the_streams_id()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var stream = Open(peer, 6);
        Assert.True(SendAsync(stream, 7).IsCompletedSuccessfully);
        var item = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.StreamItem, true, "0607"), (item.Kind, item.IsNumbered, item.Body));
    }

    [Fact]
    public void A_producer_stops_at_32_untaken_items_and_goes_on_with_the_credit()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var stream = Open(peer, 6);
        for (var i = 0; i < 32; i++)
        {
            Assert.True(SendAsync(stream, 7).IsCompletedSuccessfully);
        }

        var waiting = SendAsync(stream, 8);
        Assert.Equal(32, peer.NextAll().Sum(frame => frame.Messages.Count));
        Assert.False(waiting.IsCompleted);
        peer.Receive((MessageKind.Credit, [6, 32], []));
        Assert.False(waiting.IsCompleted);
        peer.Receive((MessageKind.Credit, [6, 33], []));
        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Equal("0608", Assert.Single(peer.Next()!.Messages).Body);
    }

    [Fact]
    public void Row_S14_A_credit_from_the_past_or_for_no_stream_changes_nothing_and_a_forged_one_is_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var stream = Open(peer, 6);
        for (var i = 0; i < 32; i++)
        {
            _ = SendAsync(stream, 7);
        }

        peer.NextAll();
        peer.Receive((MessageKind.Credit, [6, 48], []), (MessageKind.Credit, [6, 40], []), (MessageKind.Credit, [8, 4_000_000_000], []));
        for (var i = 0; i < 16; i++)
        {
            Assert.True(SendAsync(stream, 7).IsCompletedSuccessfully);
        }

        Assert.False(SendAsync(stream, 7).IsCompleted);
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Credit, [6, 48 + 33], [])));
        Assert.Equal((SocketCloseCode.ProtocolError, "more items of stream 6 were taken than sent"), (error.CloseCode, error.Message));
    }

    [Fact]
    public void A_producer_stops_when_so_many_bytes_are_untaken()
    {
        using var peer = new TestPeer(PeerRole.Server, window: new PeerWindow(100, 160_000, 16));
        var stream = Open(peer, 6);
        var sent = new List<Task>();
        for (var i = 0; i < 3; i++)
        {
            sent.Add(SendAsync(stream, new byte[6_000]));
            peer.NextAll();
        }

        // A sixteenth of the window is 10,000: the second item reaches it.
        Assert.Equal([true, true, false], sent.ConvertAll(task => task.IsCompleted));
        peer.Receive((MessageKind.Credit, [6, 33], []));
        Assert.True(sent[2].IsCompletedSuccessfully);
    }

    [Fact]
    public void Streams_take_turns_and_answers_do_not_wait_for_all_of_one()
    {
        using var peer = new TestPeer(PeerRole.Server, window: new PeerWindow(100, 16 * 1024 * 1024, 16));
        OutboundStream[] streams = [Open(peer, 2), Open(peer, 4), Open(peer, 6)];
        var last = Array.ConvertAll(streams, _ => Task.CompletedTask);
        SendAll();
        peer.Receive((MessageKind.Invoke, [0, 9, 8], []));
        var order = new List<uint>();
        for (var frame = peer.Next(); order.Count < 40 && frame is not null; frame = peer.Next())
        {
            SendAll();
            order.AddRange(frame.Messages.Where(message => message.Kind is MessageKind.StreamItem or MessageKind.Error).Select(message => message.Fields(1)[0]));
        }

        // No more than 16 KiB of one are queued, so after two items of 12,000 bytes it is the next one's turn.
        Assert.Equal([2u, 2u, 4u, 4u, 6u, 6u, 8u], order[..7]);
        for (var i = 7; i + 3 <= order.Count; i += 3)
        {
            Assert.Equal([2u, 4u, 6u], order[i..(i + 3)]);
        }

        // Each has its next item ready as soon as the one before was queued.
        void SendAll()
        {
            for (var i = 0; i < streams.Length; i++)
            {
                while (last[i].IsCompleted)
                {
                    Assert.True(last[i].IsCompletedSuccessfully);
                    last[i] = SendAsync(streams[i], new byte[12_000]);
                }
            }
        }
    }

    [Fact]
    public void A_full_outbox_holds_a_producer_until_there_is_room()
    {
        using var peer = new TestPeer(PeerRole.Server, outbox: new OutboxLimits(4, 100_000));
        var stream = Open(peer, 6);
        for (var i = 0; i < 4; i++)
        {
            Assert.True(SendAsync(stream, 7).IsCompletedSuccessfully);
        }

        var waiting = SendAsync(stream, 8);
        peer.NextAll();
        Assert.False(waiting.IsCompleted);
        peer.ReceiveAck(2);
        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_item_that_is_larger_than_the_other_end_reads_is_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var stream = Open(peer, 6);
        await Assert.ThrowsAsync<MessageTooLargeException>(async () => await SendAsync(stream, new byte[70_000]));
        Assert.True(SendAsync(stream, 7).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task The_end_of_the_session_lets_a_waiting_producer_go()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var stream = Open(peer, 6);
        for (var i = 0; i < 32; i++)
        {
            _ = SendAsync(stream, 7);
        }

        var waiting = SendAsync(stream, 7);
        peer.Peer.End("over");
        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await SendAsync(stream, 7));
        Assert.Equal(0, peer.Peer.Streams.Count);
    }

    [Fact]
    public async Task Items_are_written_again_after_a_resume_and_wait_while_there_is_no_socket()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var stream = Open(peer, 6);
        for (byte i = 0; i < 5; i++)
        {
            await SendAsync(stream, i);
        }

        peer.NextAll();
        Assert.True(peer.Peer.TryResume(2, out var replayed));
        Assert.Equal(3, replayed);
        await SendAsync(stream, 5);
        Assert.Equal(["0602", "0603", "0604", "0605"], peer.NextAll().SelectMany(frame => frame.Messages).Select(message => message.Body));
    }

    [Fact]
    public void More_streams_than_one_end_may_open_are_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Items = (_, call) => Never(call.CancellationToken);
        for (var i = 0u; i < ProtocolLimits.MaxStreams; i++)
        {
            peer.Receive((MessageKind.Invoke, [0, 3, i * 2], [5]));
        }

        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Invoke, [0, 3, 5000], [5])));
        Assert.Equal((SocketCloseCode.LimitExceeded, "more than 128 streams are open"), (error.CloseCode, error.Message));
        peer.Peer.End("over");
    }

    [Fact]
    public void A_stream_id_that_is_in_use_is_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Consume = async (left, _, _) => await left.CountAsync();
        peer.Receive((MessageKind.Invoke, [0, 4, 0], [5]));
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Invoke, [0, 4, 2], [5])));
        Assert.Equal((SocketCloseCode.ProtocolError, "stream 4 is open already"), (error.CloseCode, error.Message));
        peer.Peer.End("over");
    }

    private static Task SendAsync(OutboundStream stream, params byte[] item) => stream.SendItemAsync(MessageBody.Copy(item)).AsTask();

    private static OutboundStream Open(TestPeer peer, uint id)
    {
        var stream = new OutboundStream(peer.Peer, TestSide.Flow, id);
        lock (peer.Peer.Gate)
        {
            peer.Peer.Streams.Send(stream);
        }

        return stream;
    }

    private static async IAsyncEnumerable<int> Never([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var never = new TaskCompletionSource();
        await using var registration = cancel.Register(() => never.TrySetCanceled(cancel));
        await never.Task;
        yield break;
    }
}

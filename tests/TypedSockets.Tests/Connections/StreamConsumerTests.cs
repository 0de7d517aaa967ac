using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>The end that takes a stream's items, message by message.</summary>
public sealed class StreamConsumerTests
{
    [Fact]
    public async Task A_stream_opens_with_a_call_and_brings_what_carries_the_calls_id()
    {
        using var peer = new TestPeer(PeerRole.Client);
        await using var items = peer.Flow(5);
        var invoke = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.Invoke, "00030005"), (invoke.Kind, invoke.Body));

        peer.Receive((MessageKind.StreamItem, [0], [7]), (MessageKind.StreamItem, [0], [8]), (MessageKind.Complete, [0], []));
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(7, items.Current);
        Assert.True(await items.MoveNextAsync());
        Assert.Equal(8, items.Current);
        Assert.False(await items.MoveNextAsync());
        Assert.Equal(0, peer.Peer.Streams.Count);
    }

    [Fact]
    public async Task Streams_that_are_passed_have_the_ids_after_their_calls()
    {
        using var peer = new TestPeer(PeerRole.Server);
        var never = new TaskCompletionSource();
        _ = peer.FeedAsync(After(never.Task), After(never.Task));
        _ = peer.AskAsync(5);
        Assert.Equal([1u, 7u], peer.Next()!.Messages.Select(message => message.Fields(3)[2]));
        peer.Peer.End("over");
        never.SetResult();
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Credit_is_told_at_half_as_a_total()
    {
        using var peer = new TestPeer(PeerRole.Client);
        await using var items = peer.Flow(5);
        peer.Next();
        ReceiveItems(peer, 32);
        await TakeAsync(items, 15);
        Assert.DoesNotContain(MessageKind.Credit, peer.NextAll().SelectMany(frame => frame.Kinds));
        await TakeAsync(items, 1);
        Assert.Equal([0u, 48u], Assert.Single(peer.Next()!.Messages, message => message.Kind == MessageKind.Credit).Fields(2));
        await TakeAsync(items, 16);
        var credit = Assert.Single(peer.Next()!.Messages);
        Assert.Equal((MessageKind.Credit, false), (credit.Kind, credit.IsNumbered));
        Assert.Equal([0u, 64u], credit.Fields(2));
    }

    [Fact]
    public async Task Credit_is_told_at_half_of_the_bytes_too()
    {
        using var peer = new TestPeer(PeerRole.Server);
        await using var items = Blocks(peer);
        peer.Next();

        // A server gives a stream a sixteenth of 1 MiB.
        for (var i = 0; i < 4; i++)
        {
            peer.Receive((MessageKind.StreamItem, [1], Block(16_000)));
        }

        await TakeAsync(items, 2);
        Assert.DoesNotContain(MessageKind.Credit, peer.NextAll().SelectMany(frame => frame.Kinds));
        await TakeAsync(items, 1);
        Assert.Equal([1u, 35u], Assert.Single(peer.Next()!.Messages, message => message.Kind == MessageKind.Credit).Fields(2));
    }

    [Fact]
    public async Task Credit_is_told_again_on_a_new_socket()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Peer.Attach(() => { });
        await using var items = peer.Flow(5);
        await using var other = peer.Flow(6);
        peer.Next();
        ReceiveItems(peer, 20);
        await TakeAsync(items, 16);
        peer.NextAll();
        peer.Peer.Attach(() => { });
        var told = peer.NextAll().SelectMany(frame => frame.Messages).Where(message => message.Kind == MessageKind.Credit);
        Assert.Equal([0u, 48u], Assert.Single(told).Fields(2));
    }

    [Fact]
    public async Task An_item_beyond_the_credit_is_refused()
    {
        using var peer = new TestPeer(PeerRole.Client);
        await using var items = peer.Flow(5);
        peer.Next();
        ReceiveItems(peer, 32);
        var error = Assert.Throws<ProtocolException>(() => ReceiveItems(peer, 1));
        Assert.Equal((SocketCloseCode.LimitExceeded, "stream 0 sent more than its credit allows"), (error.CloseCode, error.Message));

        // What was taken counts once the sender was told of it.
        await TakeAsync(items, 32);
        Assert.Throws<ProtocolException>(() => ReceiveItems(peer, 1));
        peer.NextAll();
        ReceiveItems(peer, 32);
    }

    [Fact]
    public async Task Items_beyond_the_window_of_bytes_are_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        await using var items = Blocks(peer);
        peer.Next();
        peer.Receive((MessageKind.StreamItem, [1], Block(60_000)));
        peer.Receive((MessageKind.StreamItem, [1], Block(60_000)));
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.StreamItem, [1], Block(1))));
        Assert.Equal(SocketCloseCode.LimitExceeded, error.CloseCode);
    }

    [Fact]
    public async Task Leaving_cancels_the_call_once_and_what_still_comes_is_ignored()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var items = peer.Flow(5);
        peer.Next();
        ReceiveItems(peer, 3);
        await TakeAsync(items, 1);
        await items.DisposeAsync();
        await items.DisposeAsync();
        Assert.Equal("00", Assert.Single(peer.Next()!.Messages, message => message.Kind == MessageKind.Cancel).Body);
        Assert.Equal(0, peer.Peer.Streams.Count);
        ReceiveItems(peer, 40);
        peer.Receive((MessageKind.Complete, [0], []), (MessageKind.Complete, [0], []), (MessageKind.Cancel, [0], []), (MessageKind.Credit, [0, 99], []));
        Assert.Equal(46, peer.Peer.Inbox.Received);
    }

    [Fact]
    public async Task Leaving_before_the_call_was_sent_takes_it_back()
    {
        using var peer = new TestPeer(PeerRole.Client, open: false);
        await peer.Flow(5).DisposeAsync();
        peer.Peer.Channels.Open(peer.Channel, wireId: 0);
        Assert.Null(peer.Next());
        Assert.Equal(0, peer.Peer.Streams.Count);
    }

    [Fact]
    public async Task Leaving_after_the_end_says_nothing()
    {
        using var peer = new TestPeer(PeerRole.Client);
        var items = peer.Flow(5);
        peer.Next();
        peer.Receive((MessageKind.Complete, [0], []));
        Assert.False(await items.MoveNextAsync());
        await items.DisposeAsync();
        Assert.DoesNotContain(MessageKind.Cancel, peer.NextAll().SelectMany(frame => frame.Kinds));
    }

    [Fact]
    public async Task A_lost_session_ends_the_stream_after_the_items_that_have_come()
    {
        using var peer = new TestPeer(PeerRole.Client);
        await using var items = peer.Flow(5);
        peer.Next();
        ReceiveItems(peer, 3);
        peer.Peer.Renew(GapReason.Expired, numbered: -1);
        await TakeAsync(items, 3);
        var error = await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await items.MoveNextAsync());
        Assert.Equal("the outcome of 'ITest.Flow' is not known: it was sent, then the session was lost (Expired).", error.Message);
        Assert.Equal(0, peer.Peer.Streams.Count);
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_fails_its_stream_alone()
    {
        using var peer = new TestPeer(PeerRole.Client);
        await using var items = peer.Flow(5);
        peer.Next();
        peer.Receive((MessageKind.StreamItem, [0], [0xA1, 0x41]));
        var error = await Assert.ThrowsAsync<PayloadException>(async () => await items.MoveNextAsync());
        Assert.StartsWith("'ITest.Flow item'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "a stream was answered with a result")]
    [InlineData(false, "a call was answered with the end of a stream")]
    public async Task An_answer_of_the_wrong_kind_is_refused_and_fails_the_call(bool isResult, string problem)
    {
        using var peer = new TestPeer(PeerRole.Client);
        await using var items = peer.Flow(5);
        var call = peer.AskAsync(5);
        peer.Next();
        var (kind, id) = isResult ? (MessageKind.Result, 0u) : (MessageKind.Complete, 2u);
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((kind, [id], isResult ? [5] : [])));
        Assert.Equal((SocketCloseCode.ProtocolError, problem), (error.CloseCode, error.Message));
        await Assert.ThrowsAsync<PayloadException>(async () => _ = isResult ? await items.MoveNextAsync() : await call == 0);
    }

    private static PendingStream<byte[], ByteArrayCodec> Blocks(TestPeer peer)
    {
        var call = new PendingStream<byte[], ByteArrayCodec>(TestSide.Flow, [], linked: null, CancellationToken.None);
        peer.Peer.Calls.Invoke(peer.Channel, MessageBody.Copy([5]), call, Timeout.InfiniteTimeSpan, wait: true, CancellationToken.None);
        return call;
    }

    private static byte[] Block(int size) => [0xC5, (byte)(size >> 8), (byte)size, .. new byte[size]];

    private static void ReceiveItems(TestPeer peer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            peer.Receive((MessageKind.StreamItem, [0], [7]));
        }
    }

    private static async Task TakeAsync<T>(IAsyncEnumerator<T> items, int count)
    {
        for (; count > 0; count--)
        {
            Assert.True(await items.MoveNextAsync());
        }
    }

    private static async IAsyncEnumerable<int> After(Task task)
    {
        await task;
        yield break;
    }
}

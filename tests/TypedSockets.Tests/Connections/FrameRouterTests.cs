using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

/// <summary>What a peer makes of received frames, and what it refuses.</summary>
public sealed class FrameRouterTests
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    [Fact]
    public void An_unknown_kind_is_skipped_but_counts()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive(Convert.FromHexString("41" + "0100" + "1E02ABCD" + "1E00"));
        Assert.Equal(2, peer.Peer.Inbox.Received);
    }

    [Fact]
    public void An_unknown_kind_without_a_number_does_not_count()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive(Convert.FromHexString("40" + "3E02ABCD"));
        Assert.Equal(0, peer.Peer.Inbox.Received);
    }

    [Theory]
    [InlineData("40" + "BE00")]
    [InlineData("41" + "0100" + "9E00")]
    [InlineData("41" + "0100" + "9F00")]
    [InlineData("40" + "B400")]
    public void What_must_be_understood_and_is_not_ends_the_connection(string hex) => Refused(hex, SocketCloseCode.ProtocolError, "required");

    [Fact]
    public void A_kind_that_this_end_handles_may_demand_to_be_understood()
    {
        using var peer = new TestPeer(PeerRole.Server) { KnowsControl = true };
        peer.Receive(Convert.FromHexString("40" + "B600"));
        Assert.Equal([MessageKind.Close], peer.Control);
    }

    [Theory]
    [InlineData("40" + "0E00", "must not be numbered")]
    [InlineData("40" + "1700", "must not be numbered")]
    [InlineData("40" + "260400010000", "must be numbered")]
    [InlineData("40" + "2C0100", "must be numbered")]
    public void A_wrong_numbering_is_refused(string hex, string text) => Refused(hex, SocketCloseCode.ProtocolError, text);

    [Fact]
    public void A_numbered_message_needs_a_sequence_in_its_frame() =>
        Refused("40" + "0503000005", SocketCloseCode.ProtocolError, "without a sequence number");

    [Theory]
    [InlineData("40" + "2000")]
    [InlineData("40" + "2100")]
    public void A_second_handshake_is_refused(string hex) => Refused(hex, SocketCloseCode.ProtocolError, "wrong end");

    [Fact]
    public void A_hole_in_the_sequence_is_refused() =>
        Refused("41" + "0200" + "0503000005", SocketCloseCode.OutOfSequence, "message 1 was expected, 2 came");

    [Fact]
    public async Task A_repeated_message_is_handled_once()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive(Convert.FromHexString("41" + "0100" + "0503000005" + "0503000006"));
        peer.Receive(Convert.FromHexString("41" + "0200" + "0503000006" + "0503000007"));
        await peer.Handler.StartedAsync(3);
        Assert.Equal([5, 6, 7], peer.Handler.Started);
        Assert.Equal(3, peer.Peer.Inbox.Received);
    }

    [Fact]
    public async Task Headers_are_skipped()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive(Convert.FromHexString("41" + "0100" + "45" + "07" + "0000" + "81A17809" + "05"));
        await peer.Handler.StartedAsync();
        Assert.Equal([5], peer.Handler.Started);
    }

    [Fact]
    public void Headers_that_cannot_be_read_are_refused() =>
        Refused("41" + "0100" + "45" + "04" + "0000" + "82A1", SocketCloseCode.ProtocolError, "headers");

    [Theory]
    [InlineData("41" + "0100" + "0503050005", "channel 5 is not open")]
    [InlineData("41" + "0100" + "0503000105", "no event number 1")]
    [InlineData("41" + "0100" + "0503000905", "no event number 9")]
    [InlineData("41" + "0100" + "060405010005", "channel 5 is not open")]
    [InlineData("41" + "0100" + "050100", "ends within")]
    [InlineData("41" + "0100" + "06020001", "ends within")]
    [InlineData("40" + "370100", "ends within")]
    [InlineData("40" + "37020901", "channel 9 is not open")]
    public void A_message_that_leads_nowhere_is_refused(string hex, string text) => Refused(hex, SocketCloseCode.ProtocolError, text);

    [Fact]
    public async Task A_call_of_an_unknown_method_gets_an_error_and_counts_as_taken()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Invoke, [0, 9, 4], [0xC0]));
        await HandledAsync(peer.Channel);
        peer.Peer.Frames.Tick();
        var frame = peer.Next()!;
        Assert.Equal([MessageKind.Taken, MessageKind.Error], frame.Kinds);
        Assert.Equal([0u, 1u], frame.Messages[0].Fields(2));
        Assert.Equal([4u, (uint)SocketErrorCode.UnknownMethod], frame.Messages[1].Fields(2));
    }

    [Fact]
    public void A_number_that_the_hub_does_not_have_names_no_call()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive((MessageKind.Invoke, [0, 99, 4], [0xC0]));
        Assert.Equal([4u, (uint)SocketErrorCode.UnknownMethod], Assert.Single(peer.Next()!.Messages).Fields(2));
    }

    [Fact]
    public void A_call_id_with_this_ends_bit_is_refused() =>
        Refused("41" + "0100" + "060400010305", SocketCloseCode.ProtocolError, "other end's bit");

    [Fact]
    public void A_call_id_that_is_in_flight_is_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Handler.Work = (_, _) => Never;
        peer.Receive((MessageKind.Invoke, [0, 1, 4], [5]));
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Invoke, [0, 1, 4], [5])));
        Assert.Equal("call 4 is in flight already", error.Message);
    }

    [Fact]
    public void More_calls_than_the_limit_are_refused()
    {
        using var peer = new TestPeer(PeerRole.Server, limits: ProtocolLimits.Server with { MaxPendingCalls = 2 });
        peer.Handler.Work = (_, _) => Never;
        peer.Receive((MessageKind.Invoke, [0, 1, 0], [5]), (MessageKind.Invoke, [0, 1, 2], [5]));
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Invoke, [0, 1, 4], [5])));
        Assert.Equal(SocketCloseCode.LimitExceeded, error.CloseCode);
    }

    [Fact]
    public void More_messages_in_a_frame_than_the_limit_are_refused()
    {
        var frame = "40" + string.Concat(Enumerable.Repeat("2F00", 1025));
        Refused(frame, SocketCloseCode.LimitExceeded, "1024");
        using var peer = new TestPeer(PeerRole.Server);
        peer.Receive(Convert.FromHexString(frame[..^4]));
    }

    [Fact]
    public void An_acknowledgement_of_what_was_never_sent_is_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Say(1);
        peer.Next();
        var error = Assert.Throws<ProtocolException>(() => peer.ReceiveAck(2));
        Assert.Equal(SocketCloseCode.ProtocolError, error.CloseCode);
        peer.ReceiveAck(1);
        Assert.Equal(1, peer.Peer.Outbox.Acked);
    }

    [Fact]
    public void More_taken_than_sent_is_refused()
    {
        using var peer = new TestPeer(PeerRole.Server);
        peer.Say(1);
        peer.Next();
        Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Taken, [0, 2], [])));
        peer.Receive((MessageKind.Taken, [0, 1], []));
    }

    [Fact]
    public void A_hole_is_seen_before_what_has_no_number_in_the_same_frame()
    {
        using var peer = new TestPeer(PeerRole.Client);
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Emit, number: 0, [3, 0], [5]);
        writer.Append(MessageKind.Emit, number: 2, [3, 0], [6]);
        var frame = writer.Complete(received: null).ToArray();
        var error = Assert.Throws<ProtocolException>(() => peer.Receive(frame));
        Assert.Equal(SocketCloseCode.OutOfSequence, error.CloseCode);
    }

    [Fact]
    public async Task What_stands_before_a_mistake_is_handled()
    {
        using var peer = new TestPeer(PeerRole.Server);
        Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Emit, [0, 0], [5]), (MessageKind.Emit, [0, 99], [6])));
        await peer.Handler.StartedAsync();
        Assert.Equal([5], peer.Handler.Started);
    }

    [Fact]
    public void More_of_all_channels_than_the_window_is_refused()
    {
        using var peer = Unstarted(ProtocolLimits.Server with { WindowMessages = 8 });
        foreach (var id in new uint[] { 8, 9 })
        {
            peer.Peer.Channels.Open(peer.Peer.Channels.Add(TestSide.Contract("waiting too"), peer.Handler), id);
        }

        for (var i = 0; i < 8; i++)
        {
            peer.Receive((MessageKind.Emit, [7 + ((uint)i % 3), 0], [5]));
        }

        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Emit, [9, 0], [5])));
        Assert.Equal(SocketCloseCode.LimitExceeded, error.CloseCode);
    }

    [Fact]
    public void More_bytes_of_all_channels_than_the_window_is_refused()
    {
        using var peer = Unstarted(ProtocolLimits.Server with { WindowBytes = 1000 });
        peer.Peer.Channels.Open(peer.Peer.Channels.Add(TestSide.Contract("waiting too"), peer.Handler), wireId: 8);
        peer.Receive((MessageKind.Emit, [7, 0], new byte[400]), (MessageKind.Emit, [8, 0], new byte[600]));
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Emit, [7, 0], [5])));
        Assert.Equal(SocketCloseCode.LimitExceeded, error.CloseCode);
    }

    [Fact]
    public void More_of_a_channel_than_half_of_the_windows_messages_is_refused()
    {
        using var peer = Unstarted(ProtocolLimits.Server with { WindowMessages = 8 });
        for (var i = 0; i < 4; i++)
        {
            peer.Receive((MessageKind.Emit, [7, 0], [5]));
        }

        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Emit, [7, 0], [5])));
        Assert.Equal(SocketCloseCode.LimitExceeded, error.CloseCode);
    }

    [Fact]
    public void More_of_a_channel_than_half_of_the_windows_bytes_is_refused()
    {
        using var peer = Unstarted(ProtocolLimits.Server with { WindowBytes = 1000 });
        peer.Receive((MessageKind.Emit, [7, 0], new byte[500]));
        var error = Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Emit, [7, 0], [5])));
        Assert.Equal(SocketCloseCode.LimitExceeded, error.CloseCode);
    }

    [Fact]
    public void One_message_may_be_larger_than_the_window()
    {
        using var peer = Unstarted(ProtocolLimits.Server with { WindowBytes = 1000 });
        peer.Receive((MessageKind.Emit, [7, 0], new byte[5000]));
        Assert.Throws<ProtocolException>(() => peer.Receive((MessageKind.Emit, [7, 0], [5])));
    }

    [Fact]
    public void A_late_answer_of_a_call_that_is_over_is_ignored()
    {
        using var peer = new TestPeer(PeerRole.Client);
        peer.Receive((MessageKind.Result, [8], [5]), (MessageKind.Error, [10, 1], []), (MessageKind.Cancel, [3], []));
        Assert.Equal(3, peer.Peer.Inbox.Received);
    }

    [Theory]
    [InlineData("40" + "2F00")]
    [InlineData("40" + "B600")]
    public void What_came_before_a_pong_or_a_control_message_is_queued_when_that_is_seen(string hex)
    {
        using var peer = new TestPeer(PeerRole.Server) { KnowsControl = true };
        peer.Handler.Work = (_, _) => Never;
        peer.Route(Convert.FromHexString("41" + "0100" + "0503000005"));
        Assert.True(peer.Channel.IsIdle);
        peer.Route(Convert.FromHexString(hex));
        Assert.False(peer.Channel.IsIdle);
    }

    private static Task HandledAsync(Channel channel)
    {
        var reached = new TaskCompletionSource();
        channel.RunInOrder(() =>
        {
            reached.SetResult();
            return default;
        });
        return reached.Task.WaitAsync(TestPeer.Patience);
    }

    // A second channel, with the wire id 7, whose handlers do not run.
    private static TestPeer Unstarted(ProtocolLimits limits)
    {
        var peer = new TestPeer(PeerRole.Server, limits: limits);
        peer.Peer.Channels.Open(peer.Peer.Channels.Add(TestSide.Contract("waiting"), peer.Handler), wireId: 7);
        return peer;
    }

    private static void Refused(string hex, SocketCloseCode code, string text)
    {
        using var peer = new TestPeer(PeerRole.Server);
        var error = Assert.Throws<ProtocolException>(() => peer.Receive(Convert.FromHexString(hex)));
        Assert.Equal(code, error.CloseCode);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }
}

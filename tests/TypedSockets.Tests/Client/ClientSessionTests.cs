using TypedSockets.Client;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Tests.Connections;

namespace TypedSockets.Tests.Client;

/// <summary>What a client says of its session, and what a Welcome means for it.</summary>
public sealed class ClientSessionTests : IDisposable
{
    private readonly TestPeer _peer = new(PeerRole.Client, open: false);
    private readonly ClientSession _session;
    private byte _random;

    // Every identifier is made of another number, so that they can be told apart.
    public ClientSessionTests() => _session = new ClientSession(_peer.Peer, length => [.. Enumerable.Repeat(++_random, length)]);

    [Fact]
    public void The_first_hello_asks_for_a_new_session()
    {
        var hello = Hello();
        Assert.Equal(Enumerable.Repeat((byte)1, 16), hello.SessionId);
        Assert.Equal(Enumerable.Repeat((byte)2, 32), hello.Secret);
        Assert.Equal((1u, true, 0L), (hello.Attempt, hello.Create, hello.Received));
        Assert.Equal(["test"], hello.Channels.Select(channel => channel.Hub));
        Assert.False(_session.IsFounded);
    }

    [Fact]
    public void A_new_session_is_opened_with_what_the_server_says()
    {
        Hello();
        Assert.Null(_session.Accept(Welcome(SessionOutcome.New), out var loss));
        Assert.Null(loss);
        Assert.True(_session.IsFounded);
        Assert.Equal(0u, _peer.Channel.WireId);
        Assert.Equal(4096 - ProtocolLimits.EnvelopeBytes, _peer.Peer.MaxOutboundBytes);
    }

    [Fact]
    public void After_a_lost_welcome_of_a_new_session_the_client_asks_for_the_same_one_again()
    {
        var first = Hello();
        var second = Hello();
        Assert.Equal((first.SessionId, first.Secret, true, 2u), (second.SessionId, second.Secret, second.Create, second.Attempt));
        Assert.Equal(0, _session.Accept(Welcome(SessionOutcome.Resumed), out var loss));
        Assert.Null(loss);
        Assert.True(_session.IsFounded);
        Assert.Equal((0, 0u), (_session.Losses, _peer.Channel.WireId));
    }

    [Fact]
    public void A_later_hello_asks_for_the_same_session_and_says_how_much_was_received()
    {
        var first = Opened();
        _peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]));
        var second = Hello();
        Assert.Equal((first.SessionId, first.Secret, false, 2u, 2L), (second.SessionId, second.Secret, second.Create, second.Attempt, second.Received));
    }

    [Fact]
    public void A_resume_says_how_many_messages_are_written_again()
    {
        Opened();
        Say(1, 2, 3);
        Hello();
        Assert.Equal(2, _session.Accept(Welcome(SessionOutcome.Resumed, received: 1), out var loss));
        Assert.Null(loss);
        Assert.Equal([2, 3], _peer.Said());
        Assert.Equal(0, _session.Losses);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_position_that_does_not_fit_is_a_loss(long received)
    {
        Opened();
        Say(1, 2, 3);
        _peer.ReceiveAck(1);
        var before = Hello();
        Assert.Null(_session.Accept(Welcome(SessionOutcome.Resumed, received), out var loss));
        Assert.Equal((GapReason.PositionMismatch, null), (loss!.Reason, loss.NotReceived));
        Assert.Equal([1L, 2L, 3L], loss.Unconfirmed.Select(emit => emit.Number));
        AssertNext(before);
    }

    [Fact]
    public void After_a_loss_the_next_hello_asks_for_another_session()
    {
        var before = Opened();
        Hello();
        Assert.Null(_session.Accept(Lost(GapReason.Evicted, numbered: 5), out var loss));
        Assert.Equal((GapReason.Evicted, 5L), (loss!.Reason, loss.NotReceived));
        Assert.Equal((1, GapReason.Evicted), (_session.Losses, _session.LastLoss));
        AssertNext(before);
        Assert.Null(_session.Accept(Welcome(SessionOutcome.New), out loss));
        Assert.Null(loss);
    }

    [Fact]
    public void A_session_that_was_never_open_is_lost_without_a_loss_to_tell()
    {
        var before = Hello();
        Assert.Null(_session.Accept(Lost(GapReason.Ended, numbered: 5), out var loss));
        Assert.Equal(0, loss!.NotReceived);
        Assert.Empty(loss.Unconfirmed);
        Assert.Equal(0, _session.Losses);
        AssertNext(before);
    }

    [Theory]
    [InlineData("one", GapReason.Unknown)]
    [InlineData("two", GapReason.ServerRestart)]
    public void A_server_that_does_not_know_the_session_and_is_another_process_was_restarted(string epoch, GapReason reason)
    {
        Opened();
        Hello();
        _session.Accept(Lost(GapReason.Unknown, numbered: -1, epoch), out var loss);
        Assert.Equal((reason, null), (loss!.Reason, loss.NotReceived));
    }

    [Fact]
    public void A_server_that_said_that_it_shuts_down_and_is_another_process_was_drained()
    {
        Opened();
        _peer.Receive((MessageKind.Emit, [0, 0], [1]), (MessageKind.Emit, [0, 0], [2]));
        _session.NoteLastOfDrain(6);
        Hello();
        _session.Accept(Lost(GapReason.Unknown, numbered: -1, "two"), out var loss);
        Assert.Equal((GapReason.Drained, 4L), (loss!.Reason, loss.NotReceived));
    }

    [Fact]
    public void What_an_earlier_server_said_of_its_end_does_not_count_in_the_next_session()
    {
        Opened();
        _session.NoteLastOfDrain(6);
        _session.Lose(GapReason.Expired);
        Hello();
        _session.Accept(Welcome(SessionOutcome.New), out _);
        Assert.Null(_session.Lose(GapReason.Expired).NotReceived);
    }

    [Fact]
    public void A_reason_that_the_server_gives_counts_whatever_process_it_is()
    {
        Opened();
        Hello();
        _session.Accept(Lost(GapReason.Overflow, numbered: 3, "two"), out var loss);
        Assert.Equal((GapReason.Overflow, 3L), (loss!.Reason, loss.NotReceived));
    }

    [Fact]
    public void A_reason_of_a_later_version_is_an_unknown_one()
    {
        Opened();
        Hello();
        _session.Accept(Lost((GapReason)99, numbered: 3), out var loss);
        Assert.Equal(GapReason.Unknown, loss!.Reason);
    }

    [Theory]
    [InlineData(SocketCloseCode.Overflow, GapReason.Overflow)]
    [InlineData(SocketCloseCode.Superseded, GapReason.Superseded)]
    [InlineData(SocketCloseCode.OwnerLost, GapReason.OwnerLost)]
    [InlineData((SocketCloseCode)4177, GapReason.Ended)]
    public void A_close_code_says_why_the_session_is_lost(SocketCloseCode code, GapReason reason)
    {
        var before = Opened();
        var loss = _session.Lose(code);
        Assert.Equal((reason, null), (loss.Reason, loss.NotReceived));
        AssertNext(before);
    }

    [Fact]
    public void A_new_session_where_one_was_to_be_resumed_is_no_answer()
    {
        Opened();
        Hello();
        Assert.Throws<ProtocolException>(() => _session.Accept(Welcome(SessionOutcome.New), out _));
    }

    [Fact]
    public void An_outcome_of_a_later_version_is_no_answer()
    {
        Hello();
        Assert.Throws<ProtocolException>(() => _session.Accept(Welcome((SessionOutcome)9), out _));
    }

    public void Dispose() => _peer.Dispose();

    private static WelcomeMessage Welcome(SessionOutcome outcome, long received = 0, string epoch = "one") => new()
    {
        Outcome = outcome,
        Received = received,
        Epoch = epoch,
        Channels = [new ChannelGrant("test", 0)],
        WindowMessages = 100,
        WindowBytes = 10_000,
        MaxFrameBytes = 4096,
        MaxPendingCalls = 10,
    };

    private static WelcomeMessage Lost(GapReason reason, long numbered, string epoch = "one")
    {
        var welcome = Welcome(SessionOutcome.Lost, epoch: epoch);
        welcome.LostReason = (int)reason;
        welcome.Numbered = numbered;
        return welcome;
    }

    private HelloMessage Hello() => _session.CreateHello([.. _peer.Peer.Channels]);

    private HelloMessage Opened()
    {
        var hello = Hello();
        _session.Accept(Welcome(SessionOutcome.New), out _);
        return hello;
    }

    // Writes emits to the socket.
    private void Say(params int[] arguments)
    {
        Array.ForEach(arguments, argument => _peer.Say(argument));
        Assert.Equal(arguments, _peer.Said());
    }

    private void AssertNext(HelloMessage before)
    {
        var next = Hello();
        Assert.NotEqual(before.SessionId, next.SessionId);
        Assert.NotEqual(before.Secret, next.Secret);
        Assert.Equal((1u, true, 0L), (next.Attempt, next.Create, next.Received));
        Assert.False(_session.IsFounded);
        Assert.Null(_peer.Channel.WireId);
    }
}

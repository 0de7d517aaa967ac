using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>An outbox goes on where the peer says that it stands.</summary>
public sealed class OutboxResumeTests
{
    [Fact]
    public void What_the_peer_has_not_received_is_written_again_under_the_same_numbers()
    {
        var outbox = Sent(5);
        var before = outbox.SendAll();
        Assert.Empty(before);
        Assert.True(outbox.TryResume(2));
        Assert.Equal((2L, 2L, 5L, 5L), (outbox.Acked, outbox.Sent, outbox.Numbered, outbox.Tail));
        Assert.Equal([3, 4, 5], Replayed(outbox));
        Assert.Equal((2L, 5L, 5L, 5L), (outbox.Acked, outbox.Sent, outbox.Numbered, outbox.Tail));
    }

    [Fact]
    public void A_message_is_repeated_with_the_body_that_it_was_first_written_with()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        var bodies = Enumerable.Range(1, 20).Select(i => Enumerable.Repeat((byte)i, i).ToArray()).ToList();
        bodies.ForEach(body => outbox.Add(OutboundMessage.Emit(0, OutboxEntries.Method, MessageBody.Copy(body))));
        outbox.SendAll();
        for (var received = 0; received <= 20; received += 4)
        {
            Assert.True(outbox.TryResume(received));
            Assert.Equal(bodies.Skip(received), outbox.SendAll().Select(message => message.Body.Span.ToArray()));
        }
    }

    [Fact]
    public void What_was_never_written_follows_what_is_repeated()
    {
        var outbox = Sent(2);
        outbox.Add(OutboxEntries.Emit(0, size: 9));
        outbox.TryResume(0);
        Assert.Equal([1, 2, 9], Replayed(outbox));
        Assert.Equal(3, outbox.Numbered);
    }

    [Fact]
    public void A_resume_frees_what_the_peer_has_received()
    {
        var outbox = Sent(3);
        var delivery = new NotedDelivery();
        outbox.Add(OutboxEntries.Emit(0, delivery: delivery));
        outbox.SendAll();
        Assert.True(outbox.TryResume(4));
        Assert.Equal(0, outbox.Bytes);
        Assert.Equal(["sent", "acknowledged"], delivery.Told);
    }

    [Fact]
    public void A_message_that_is_repeated_is_sent_only_once_for_its_sender()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        var delivery = new NotedDelivery();
        outbox.Add(OutboxEntries.Emit(0, delivery: delivery));
        outbox.SendAll();
        outbox.TryResume(0);
        outbox.SendAll();
        Assert.Equal(["sent"], delivery.Told);
    }

    [Fact]
    public void A_position_below_what_was_freed_does_not_fit_and_changes_nothing()
    {
        var outbox = Sent(5);
        outbox.TryAcknowledge(3);
        Assert.False(outbox.TryResume(2));
        Assert.Equal((3L, 5L, 5L), (outbox.Acked, outbox.Sent, outbox.Numbered));
        Assert.True(outbox.TryResume(3));
    }

    [Fact]
    public void A_position_above_what_was_numbered_does_not_fit_and_changes_nothing()
    {
        var outbox = Sent(5);
        outbox.Add(OutboxEntries.Emit(0));
        Assert.False(outbox.TryResume(6));
        Assert.Equal((0L, 5L, 5L), (outbox.Acked, outbox.Sent, outbox.Numbered));
        Assert.True(outbox.TryResume(5));
    }

    [Fact]
    public void A_position_between_what_was_repeated_and_what_was_numbered_fits()
    {
        // The first resume broke after one message; the line before it had carried all five.
        var outbox = Sent(5);
        outbox.TryResume(1);
        outbox.MoveSent();
        Assert.Equal(2, outbox.Sent);
        Assert.False(outbox.TryAcknowledge(4));
        Assert.True(outbox.TryResume(4));
        Assert.Equal([5], Replayed(outbox));
    }

    [Fact]
    public void What_is_repeated_counts_in_the_window_once()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: new PeerWindow(8, 1000, 10));
        for (var i = 0; i < 6; i++)
        {
            outbox.Add(OutboxEntries.Emit(0));
        }

        Assert.Equal(4, outbox.SendAll().Count);
        outbox.TryResume(0);
        Assert.Equal(4, outbox.SendAll().Count);
        Assert.True(outbox.TryTaken(0, 4));
        Assert.Equal(2, outbox.SendAll().Count);
        Assert.True(outbox.TryTaken(0, 6));
        Assert.False(outbox.TryTaken(0, 7));
    }

    [Fact]
    public void A_count_of_taken_messages_that_is_told_again_after_a_resume_opens_the_window_by_what_is_new()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: new PeerWindow(8, 1000, 10));
        for (var i = 0; i < 10; i++)
        {
            outbox.Add(OutboxEntries.Emit(0));
        }

        outbox.SendAll();
        outbox.TryTaken(0, 2);
        outbox.TryResume(4);
        Assert.True(outbox.TryTaken(0, 2));
        Assert.Equal(2, outbox.SendAll().Count);
        Assert.True(outbox.TryTaken(0, 3));
        Assert.Single(outbox.SendAll());
    }

    [Fact]
    public void A_message_that_the_peer_received_before_the_cut_and_takes_after_it_settles()
    {
        var outbox = Sent(1);
        outbox.TryResume(1);
        Assert.False(outbox.IsSettled);
        outbox.TryTaken(0, 1);
        Assert.True(outbox.IsSettled);
    }

    [Fact]
    public void A_call_that_was_written_before_the_cut_cannot_be_withdrawn_while_it_waits_to_be_repeated()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Invoke(0, 2));
        outbox.SendAll();
        outbox.TryResume(0);
        Assert.False(outbox.TryWithdrawCall(0, 2));
        Assert.Equal([2u], outbox.SendAll().Select(message => message.CallId));
    }

    [Fact]
    public void Emits_that_wait_to_be_repeated_are_not_dropped()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0, delivery: new NotedDelivery { ExpiresAt = 5 }));
        outbox.SendAll();
        outbox.TryResume(0);
        outbox.DropExpired(now: 10);
        Assert.False(outbox.TryDrop(0, OutboxEntries.Method, coalesceKey: null, DropReason.Full));
        Assert.Empty(outbox.Drop(_ => true, DropReason.TooLarge));
        Assert.Single(outbox.SendAll());
        Assert.False(outbox.Drops.Any);
    }

    // Messages of 1, 2, 3... bytes, so that their number can be read from their size.
    private static Outbox Sent(int count)
    {
        var outbox = OutboxEntries.Create(channels: 1);
        for (var number = 1; number <= count; number++)
        {
            outbox.Add(OutboxEntries.Emit(0, size: number));
        }

        outbox.SendAll();
        return outbox;
    }

    private static List<int> Replayed(Outbox outbox) => [.. outbox.SendSizes()];
}

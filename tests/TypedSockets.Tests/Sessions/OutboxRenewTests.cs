using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>What an outbox carries over into a new session, and what it gives up.</summary>
public sealed class OutboxRenewTests
{
    private static readonly PeerWindow Narrow = new(4, 1000, 10);

    [Fact]
    public void Emits_without_a_number_are_carried_over_in_the_order_of_each_channel()
    {
        var outbox = OutboxEntries.Create(channels: 2, window: Narrow);
        for (var size = 1; size <= 10; size++)
        {
            outbox.Add(OutboxEntries.Emit(size % 2, size));
        }

        Assert.Equal([1, 2, 3, 4], outbox.SendSizes());
        outbox.Renew();
        Assert.Equal((0L, 0L, 0L, 6L), (outbox.Acked, outbox.Sent, outbox.Numbered, outbox.Tail));
        Reopen(outbox);
        Assert.Equal([5, 6, 7, 8, 9, 10], outbox.SendSizes());
        Assert.Equal(6, outbox.Numbered);
    }

    [Fact]
    public void Nothing_of_a_channel_goes_before_the_new_session_has_opened_it()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Renew();
        Assert.Empty(outbox.SendAll());
        outbox.OpenChannel(0);
        Assert.Single(outbox.SendAll());
    }

    [Fact]
    public void Calls_answers_and_control_messages_are_not_carried_over()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Invoke(0, 2));
        outbox.Add(OutboxEntries.Result(1));
        outbox.Add(OutboundMessage.Error(3, SocketErrorCode.HandlerFailed, "why"));
        outbox.Add(OutboundMessage.Cancel(4));
        outbox.Add(OutboundMessage.Control(MessageKind.ChannelOpen, MessageBody.Copy([1])));
        outbox.Add(OutboxEntries.Emit(0, size: 7));
        outbox.Add(OutboxEntries.Invoke(0, 6));
        Assert.Equal([2u, 6u], outbox.Renew().UnsentCalls.Order());
        outbox.OpenChannel(0);
        Assert.Equal([7], outbox.SendSizes());
    }

    [Fact]
    public void A_call_that_has_a_number_is_not_among_those_that_were_never_sent()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: new PeerWindow(100, 1000, 1));
        outbox.Add(OutboxEntries.Invoke(0, 2));
        outbox.Add(OutboxEntries.Invoke(0, 4));
        outbox.SendAll();
        Assert.Equal([4u], outbox.Renew().UnsentCalls);
    }

    [Fact]
    public void What_has_a_number_and_was_not_taken_is_told_in_the_order_of_the_numbers()
    {
        var outbox = OutboxEntries.Create(channels: 2);
        outbox.Add(OutboxEntries.Emit(1, size: 10));
        outbox.Add(OutboxEntries.Emit(0, size: 20, OutboxEntries.OtherMethod));
        outbox.Add(OutboxEntries.Result(1));
        outbox.Add(OutboxEntries.Invoke(1, 2, size: 30));
        outbox.SendAll();
        outbox.Add(OutboxEntries.Emit(0));
        Assert.Equal(
            [
                (1, new UntakenMessage(1, 10, OutboxEntries.Method.Id, isCall: false)),
                (0, new UntakenMessage(2, 20, OutboxEntries.OtherMethod.Id, isCall: false)),
                (1, new UntakenMessage(4, 30, OutboxEntries.Method.Id, isCall: true)),
            ],
            outbox.Renew().Untaken);
    }

    [Fact]
    public void What_was_received_but_not_taken_is_told_too()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        for (var i = 0; i < 4; i++)
        {
            outbox.Add(OutboxEntries.Emit(0));
        }

        outbox.SendAll();
        outbox.TryAcknowledge(3);
        outbox.TryTaken(0, 2);
        Assert.Equal([3L, 4L], outbox.Renew().Untaken.Select(entry => entry.Message.Number));
    }

    [Fact]
    public void Nothing_is_unknown_once_everything_was_taken()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0));
        outbox.SendAll();
        outbox.TryTaken(0, 1);
        Assert.Empty(outbox.Renew().Untaken);
    }

    [Fact]
    public void Senders_are_told_that_the_fate_of_what_was_sent_and_not_acknowledged_is_unknown()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: Narrow);
        var deliveries = Enumerable.Range(0, 3).Select(_ => new NotedDelivery()).ToList();
        deliveries.ForEach(delivery => outbox.Add(OutboxEntries.Emit(0, delivery: delivery)));
        outbox.SendAll();
        outbox.TryAcknowledge(1);
        outbox.Renew();
        Assert.Equal([["sent", "acknowledged"], ["sent", "unknown"], []], deliveries.Select(delivery => delivery.Told));
        outbox.OpenChannel(0);
        outbox.SendAll();
        Assert.Equal(["sent"], deliveries[2].Told);
    }

    [Fact]
    public void Nothing_is_dropped_and_the_room_of_what_was_given_up_is_free()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: Narrow);
        outbox.Add(OutboxEntries.Emit(0, size: 100));
        outbox.Add(OutboxEntries.Emit(0, size: 100));
        outbox.Add(OutboxEntries.Emit(0, size: 50));
        outbox.SendAll();
        outbox.Renew();
        Assert.False(outbox.Drops.Any);
        Assert.Equal(OutboxEntries.Emit(0, size: 50).OutboxBytes, outbox.Bytes);
    }

    [Fact]
    public void The_windows_start_empty()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: new PeerWindow(4, 1000, 1));
        outbox.Add(OutboxEntries.Invoke(0, 2));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.SendAll();
        outbox.TryTaken(0, 1);
        outbox.Renew();
        outbox.OpenChannel(0);
        outbox.Add(OutboxEntries.Invoke(0, 4));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Add(OutboxEntries.Emit(0));
        Assert.Equal(2, outbox.SendAll().Count);
        Assert.False(outbox.TryTaken(0, 3));
        Assert.True(outbox.TryTaken(0, 1));
        Assert.Single(outbox.SendAll());
    }

    [Fact]
    public void A_hold_for_a_drain_ends_with_the_session()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.HoldForDrain();
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Renew();
        outbox.OpenChannel(0);
        Assert.Single(outbox.SendAll());
    }

    private static void Reopen(Outbox outbox)
    {
        outbox.SetPeerWindow(new PeerWindow(1000, 1_000_000, 10));
        outbox.OpenChannel(0);
        outbox.OpenChannel(1);
    }
}

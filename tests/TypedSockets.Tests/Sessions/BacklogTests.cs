using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>What may still happen to messages that have no number: they are held back, replaced, dropped, or expire.</summary>
public sealed class BacklogTests
{
    [Fact]
    public void Urgent_messages_go_before_all_that_was_there()
    {
        var outbox = OutboxEntries.Create(channels: 2);
        outbox.Add(OutboxEntries.Emit(0, size: 1));
        outbox.Add(OutboxEntries.Emit(1, size: 2));
        outbox.AddUrgent(OutboxEntries.Emit(1, size: 3));
        outbox.AddUrgent(OutboxEntries.Emit(0, size: 4));
        Assert.Equal([3, 4, 1, 2], outbox.SendSizes());
    }

    [Fact]
    public void While_what_was_carried_over_is_held_only_urgent_messages_and_answers_go()
    {
        var outbox = OutboxEntries.Create(channels: 2);
        outbox.HoldsCarriedOver = true;
        outbox.Add(OutboxEntries.Emit(0, size: 1));
        outbox.Add(OutboxEntries.Invoke(1, 2, size: 2));
        outbox.Add(OutboxEntries.Result(1, size: 3));
        outbox.AddUrgent(OutboxEntries.Emit(0, size: 4));
        outbox.AddUrgent(OutboxEntries.Invoke(1, 4, size: 5));
        Assert.Equal([4, 5, 3], outbox.SendSizes());
        Assert.Equal(5, outbox.Tail);
        outbox.HoldsCarriedOver = false;
        Assert.Equal([1, 2], outbox.SendSizes());
    }

    [Fact]
    public void An_urgent_message_that_its_window_holds_up_keeps_the_rest_of_its_channel_back()
    {
        var outbox = OutboxEntries.Create(channels: 2, window: new PeerWindow(100, 1000, 0));
        outbox.Add(OutboxEntries.Emit(0, size: 1));
        outbox.AddUrgent(OutboxEntries.Invoke(0, 2));
        outbox.Add(OutboxEntries.Emit(1, size: 2));
        Assert.Equal([2], outbox.SendSizes());
    }

    [Fact]
    public void Urgent_messages_may_use_the_room_that_is_kept_for_answers()
    {
        var outbox = OutboxEntries.Create(channels: 1, new OutboxLimits(4, 100_000));
        for (var i = 0; i < 3; i++)
        {
            outbox.Add(OutboxEntries.Emit(0));
        }

        Assert.False(outbox.TryAdd(OutboxEntries.Emit(0)));
        outbox.AddUrgent(OutboxEntries.Emit(0));
        Assert.False(outbox.TryAdd(OutboxEntries.Emit(0), urgent: true));
    }

    [Fact]
    public void Dropping_takes_the_oldest_emit_of_the_same_event()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0, size: 1, OutboxEntries.OtherMethod));
        outbox.Add(OutboxEntries.Invoke(0, 2, size: 2));
        outbox.Add(OutboxEntries.Emit(0, size: 3));
        outbox.Add(OutboxEntries.Emit(0, size: 4));
        Assert.True(outbox.TryDrop(0, OutboxEntries.Method, coalesceKey: null, DropReason.Full));
        Assert.Equal([1, 2, 4], outbox.SendSizes());
        Assert.Equal([new Drop(OutboxEntries.Method, DropReason.Full)], outbox.Drops.Take());
    }

    [Fact]
    public void Dropping_touches_neither_another_channel_nor_what_has_a_number()
    {
        var outbox = OutboxEntries.Create(channels: 2);
        outbox.Add(OutboxEntries.Emit(0));
        outbox.SendAll();
        outbox.Add(OutboxEntries.Emit(1));
        Assert.False(outbox.TryDrop(0, OutboxEntries.Method, coalesceKey: null, DropReason.Full));
        Assert.Equal((1L, 2L), (outbox.Numbered, outbox.Tail));
        Assert.Empty(outbox.Drops.Take());
    }

    [Fact]
    public void A_sender_is_told_once_that_its_emit_was_dropped()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        var delivery = new NotedDelivery();
        outbox.Add(OutboxEntries.Emit(0, delivery: delivery));
        outbox.TryDrop(0, OutboxEntries.Method, coalesceKey: null, DropReason.Coalesced);
        outbox.Renew();
        outbox.Clear();
        Assert.Equal(["dropped: Coalesced"], delivery.Told);
        Assert.Single(outbox.Drops.Take());
        Assert.Empty(outbox.Drops.Take());
    }

    [Fact]
    public void A_value_that_replaces_one_of_its_key_moves_to_the_tail()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Keyed(0, "a", size: 1));
        outbox.Add(OutboxEntries.Keyed(0, "b", size: 2));
        outbox.Add(OutboxEntries.Emit(0, size: 3));
        Assert.True(outbox.TryDrop(0, OutboxEntries.Method, "a", DropReason.Coalesced));
        outbox.Add(OutboxEntries.Keyed(0, "a", size: 4));
        Assert.Equal([2, 3, 4], outbox.SendSizes());
        Assert.False(outbox.TryDrop(0, OutboxEntries.Method, "a", DropReason.Coalesced));
    }

    [Fact]
    public void A_key_belongs_to_its_event()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Keyed(0, "a", size: 1));
        Assert.False(outbox.TryDrop(0, OutboxEntries.OtherMethod, "a", DropReason.Coalesced));
        Assert.False(outbox.TryDrop(0, OutboxEntries.Method, "A", DropReason.Coalesced));
    }

    [Fact]
    public void An_emit_expires_when_it_would_be_numbered()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        var delivery = new NotedDelivery { ExpiresAt = 100 };
        outbox.Add(OutboxEntries.Emit(0, delivery: delivery));
        Assert.True(outbox.HasExpiring);
        outbox.DropExpired(now: 99);
        Assert.Empty(delivery.Told);
        outbox.DropExpired(now: 100);
        Assert.Equal(["dropped: Expired"], delivery.Told);
        Assert.False(outbox.HasExpiring);
        Assert.Equal((0L, 0L), (outbox.Tail, outbox.Bytes));
    }

    [Fact]
    public void An_emit_that_was_numbered_in_time_expires_no_more()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0, delivery: new NotedDelivery { ExpiresAt = 100 }));
        outbox.SendAll();
        Assert.False(outbox.HasExpiring);
        outbox.DropExpired(now: 1000);
        Assert.Equal(1, outbox.Numbered);
    }

    [Fact]
    public void Expired_emits_of_every_channel_give_way_also_urgent_ones()
    {
        var outbox = OutboxEntries.Create(channels: 2);
        outbox.Add(OutboxEntries.Emit(0, size: 1, delivery: new NotedDelivery { ExpiresAt = 100 }));
        outbox.Add(OutboxEntries.Emit(0, size: 2, delivery: new NotedDelivery { ExpiresAt = 90 }));
        outbox.Add(OutboxEntries.Emit(0, size: 3));
        outbox.Add(OutboxEntries.Emit(1, size: 4, delivery: new NotedDelivery { ExpiresAt = 101 }));
        outbox.AddUrgent(OutboxEntries.Emit(1, size: 5, delivery: new NotedDelivery { ExpiresAt = 100 }));
        outbox.DropExpired(now: 100);
        Assert.Equal([3, 4], outbox.SendSizes());
        Assert.Equal(3, outbox.Drops.Take().Count(drop => drop.Reason == DropReason.Expired));
    }

    [Fact]
    public void What_is_larger_than_the_peer_reads_is_dropped_and_the_rest_keeps_its_order()
    {
        var outbox = OutboxEntries.Create(channels: 2);
        int[] sizes = [10, 51, 50, 99, 30, 51];
        for (var i = 0; i < sizes.Length; i++)
        {
            outbox.Add(OutboxEntries.Emit(i % 2, sizes[i]));
        }

        outbox.Add(OutboxEntries.Invoke(0, 2, size: 60));
        outbox.Add(OutboxEntries.Invoke(0, 4, size: 50));
        outbox.Add(OutboxEntries.Result(1, size: 60));
        Assert.Equal([2u], outbox.Drop(message => message.WindowBytes > 50, DropReason.TooLarge));
        Assert.Equal([10, 50, 30, 50, 60], outbox.SendSizes());
        Assert.Equal(Enumerable.Repeat(new Drop(OutboxEntries.Method, DropReason.TooLarge), 3), outbox.Drops.Take());
    }

    [Fact]
    public void While_held_for_a_drain_only_what_answers_goes_until_the_next_resume()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0, size: 9));
        outbox.SendAll();
        outbox.HoldForDrain();
        outbox.Add(OutboxEntries.Emit(0, size: 1));
        outbox.Add(OutboxEntries.Invoke(0, 2, size: 2));
        outbox.AddUrgent(OutboxEntries.Emit(0, size: 3));
        outbox.Add(OutboxEntries.Result(1, size: 4));
        outbox.Add(OutboundMessage.Error(3, SocketErrorCode.HandlerFailed, "why"));
        outbox.Add(OutboundMessage.Cancel(4));
        Assert.False(outbox.IsFlushed);
        Assert.Equal([MessageKind.Result, MessageKind.Error, MessageKind.Cancel], outbox.SendAll().Select(message => message.Kind));
        outbox.TryAcknowledge(4);
        Assert.True(outbox.IsFlushed);
        outbox.TryResume(4);
        Assert.Equal([3, 1, 2], outbox.SendSizes());
    }

    [Fact]
    public void Held_for_a_drain_what_was_numbered_is_still_repeated()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0));
        outbox.SendAll();
        outbox.TryResume(0);
        outbox.HoldForDrain();
        Assert.Single(outbox.SendAll());
    }
}

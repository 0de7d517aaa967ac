using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class OutboxTests
{
    [Fact]
    public void A_message_gets_its_number_when_it_is_first_written()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0));
        Assert.Equal((0L, 0L, 0L, 1L), (outbox.Acked, outbox.Sent, outbox.Numbered, outbox.Tail));
        outbox.SendAll();
        Assert.Equal((0L, 1L, 1L, 1L), (outbox.Acked, outbox.Sent, outbox.Numbered, outbox.Tail));
        Assert.True(outbox.TryAcknowledge(1));
        Assert.Equal((1L, 1L, 1L, 1L), (outbox.Acked, outbox.Sent, outbox.Numbered, outbox.Tail));
    }

    [Fact]
    public void Messages_of_several_channels_go_in_the_order_of_their_arrival()
    {
        var outbox = OutboxEntries.Create(channels: 3);
        uint[] order = [2, 0, 1, 1, 2, 0];
        for (var id = 0u; id < order.Length; id++)
        {
            outbox.Add(OutboxEntries.Invoke((int)order[id], id));
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], outbox.SendAll().Select(message => message.CallId));
    }

    [Fact]
    public void A_channel_whose_window_is_full_holds_up_nobody_else()
    {
        var outbox = OutboxEntries.Create(channels: 2, window: new PeerWindow(8, 1000, 10));
        for (var i = 0; i < 6; i++)
        {
            outbox.Add(OutboxEntries.Emit(0));
        }

        outbox.Add(OutboxEntries.Emit(1));
        outbox.Add(OutboxEntries.Result(1));
        Assert.Equal([0, 0, 0, 0, 1, OutboundMessage.NoChannel], outbox.SendAll().Select(message => message.Channel));
    }

    [Fact]
    public void All_channels_together_hold_at_most_the_whole_window()
    {
        var outbox = OutboxEntries.Create(channels: 3, window: new PeerWindow(8, 1000, 10));
        for (var i = 0; i < 12; i++)
        {
            outbox.Add(OutboxEntries.Emit(i % 3));
        }

        Assert.Equal(8, outbox.SendAll().Count);
        Assert.True(outbox.TryTaken(1, 2));
        Assert.Equal([2, 0], outbox.SendAll().Select(message => message.Channel));
    }

    [Fact]
    public void One_channel_holds_at_most_half_of_the_windows_bytes()
    {
        var outbox = OutboxEntries.Create(channels: 2, window: new PeerWindow(100, 1000, 10));
        outbox.Add(OutboxEntries.Emit(0, size: 300));
        outbox.Add(OutboxEntries.Emit(0, size: 200));
        outbox.Add(OutboxEntries.Emit(0, size: 1));
        outbox.Add(OutboxEntries.Emit(1, size: 500));
        outbox.Add(OutboxEntries.Emit(1, size: 1));
        Assert.Equal([300, 200, 500], outbox.SendAll().Select(message => message.WindowBytes));
    }

    [Fact]
    public void A_message_larger_than_the_window_goes_alone()
    {
        var outbox = OutboxEntries.Create(channels: 2, window: new PeerWindow(100, 1000, 10));
        outbox.Add(OutboxEntries.Emit(0, size: 1));
        outbox.Add(OutboxEntries.Emit(1, size: 5000));
        outbox.Add(OutboxEntries.Emit(0, size: 2));
        Assert.Equal([1, 2], outbox.SendAll().Select(message => message.WindowBytes));
        outbox.TryTaken(0, 2);
        Assert.Equal([5000], outbox.SendAll().Select(message => message.WindowBytes));
        outbox.Add(OutboxEntries.Emit(0, size: 1));
        Assert.Empty(outbox.SendAll());
        outbox.TryTaken(1, 1);
        Assert.Single(outbox.SendAll());
    }

    [Fact]
    public void An_acknowledgement_does_not_open_the_window()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: new PeerWindow(2, 1000, 10));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Add(OutboxEntries.Emit(0));
        Assert.Single(outbox.SendAll());
        outbox.TryAcknowledge(1);
        Assert.Empty(outbox.SendAll());
        Assert.False(outbox.IsSettled);
        outbox.TryTaken(0, 1);
        Assert.Single(outbox.SendAll());
    }

    [Fact]
    public void No_more_calls_are_in_flight_than_the_peer_allows()
    {
        var outbox = OutboxEntries.Create(channels: 2, window: new PeerWindow(100, 1000, 2));
        outbox.Add(OutboxEntries.Invoke(0, 0));
        outbox.Add(OutboxEntries.Invoke(1, 2));
        outbox.Add(OutboxEntries.Invoke(0, 4));
        outbox.Add(OutboxEntries.Emit(1));
        Assert.Equal([0u, 2u, 0u], outbox.SendAll().Select(message => message.CallId));
        outbox.CallEnded();
        Assert.Equal([4u], outbox.SendAll().Select(message => message.CallId));
    }

    [Fact]
    public void A_channel_that_is_not_open_waits_alone()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        var closed = outbox.AddChannel();
        outbox.Add(OutboxEntries.Emit(closed));
        outbox.Add(OutboxEntries.Emit(0));
        Assert.Equal([0], outbox.SendAll().Select(message => message.Channel));
        outbox.OpenChannel(closed);
        Assert.Equal([closed], outbox.SendAll().Select(message => message.Channel));
    }

    [Fact]
    public void A_quarter_of_the_messages_is_kept_for_answers()
    {
        var outbox = OutboxEntries.Create(channels: 1, new OutboxLimits(8, 1_000_000));
        for (var i = 0; i < 6; i++)
        {
            outbox.Add(OutboxEntries.Emit(0));
        }

        Assert.False(outbox.TryAdd(OutboxEntries.Emit(0)));
        Assert.False(outbox.TryAdd(OutboxEntries.Invoke(0, 0)));
        outbox.Add(OutboxEntries.Result(1));
        outbox.Add(OutboxEntries.Result(3));
        Assert.False(outbox.TryAdd(OutboxEntries.Result(5)));
    }

    [Fact]
    public void A_quarter_of_the_bytes_is_kept_for_answers()
    {
        var overhead = OutboxEntries.Emit(0, size: 0).OutboxBytes;
        var outbox = OutboxEntries.Create(channels: 1, new OutboxLimits(1000, 4000));
        outbox.Add(OutboxEntries.Emit(0, 3000 - overhead));
        Assert.False(outbox.TryAdd(OutboxEntries.Emit(0, size: 0)));
        outbox.Add(OutboxEntries.Result(1, 1000 - overhead));
        Assert.Equal(4000, outbox.Bytes);
        Assert.False(outbox.TryAdd(OutboxEntries.Result(3, size: 0)));
    }

    [Fact]
    public void Room_is_made_by_acknowledgements_not_by_sending()
    {
        var outbox = OutboxEntries.Create(channels: 1, new OutboxLimits(4, 1_000_000));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.SendAll();
        Assert.False(outbox.TryAdd(OutboxEntries.Emit(0)));
        outbox.TryAcknowledge(1);
        outbox.Add(OutboxEntries.Emit(0));
    }

    [Fact]
    public void A_call_is_withdrawn_only_while_it_has_no_number()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Invoke(0, 0));
        outbox.SendAll();
        outbox.Add(OutboxEntries.Invoke(0, 2));
        var before = outbox.Bytes;
        Assert.False(outbox.TryWithdrawCall(0, 0));
        Assert.True(outbox.TryWithdrawCall(0, 2));
        Assert.False(outbox.TryWithdrawCall(0, 2));
        Assert.Equal(1, outbox.Tail);
        Assert.True(outbox.Bytes < before);
        Assert.Empty(outbox.SendAll());
    }

    [Fact]
    public void More_than_was_sent_cannot_be_acknowledged()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0));
        Assert.False(outbox.TryAcknowledge(1));
        outbox.SendAll();
        Assert.False(outbox.TryAcknowledge(2));
        Assert.Equal(0, outbox.Acked);
    }

    [Fact]
    public void An_acknowledgement_from_the_past_changes_nothing()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.SendAll();
        outbox.TryAcknowledge(2);
        Assert.True(outbox.TryAcknowledge(1));
        Assert.True(outbox.TryAcknowledge(-5));
        Assert.Equal(2, outbox.Acked);
    }

    [Fact]
    public void Clearing_gives_back_what_was_sent_and_what_waits()
    {
        var outbox = OutboxEntries.Create(channels: 1, window: new PeerWindow(2, 1000, 10));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.Add(OutboxEntries.Emit(0));
        outbox.SendAll();
        outbox.Clear();
        Assert.Equal(0, outbox.Bytes);
        Assert.Equal(outbox.Numbered, outbox.Tail);
        Assert.False(outbox.TryPeek(out _));
    }

    [Fact]
    public void The_memory_of_a_burst_is_given_back_once_it_is_acknowledged_and_nothing_followed()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        var first = AllocatedByBurst(outbox);
        Assert.InRange(first, 1, long.MaxValue);
        outbox.Trim();
        outbox.Trim();
        Assert.Equal(first, AllocatedByBurst(outbox));
    }

    [Fact]
    public void A_session_that_keeps_sending_keeps_its_memory()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        AllocatedByBurst(outbox);
        outbox.Trim();
        Assert.Equal(0, AllocatedByBurst(outbox));
        outbox.Trim();
        Assert.Equal(0, AllocatedByBurst(outbox));
    }

    [Fact]
    public void Trimming_keeps_what_is_not_acknowledged_or_not_sent()
    {
        var outbox = OutboxEntries.Create(channels: 1);
        for (var size = 1; size <= 40; size++)
        {
            outbox.Add(OutboxEntries.Emit(0, size));
        }

        while (outbox.Sent < 20 && outbox.TryPeek(out _))
        {
            outbox.MoveSent();
        }

        outbox.Trim();
        outbox.Trim();
        Assert.Equal(Enumerable.Range(1, 20), Enumerable.Range(1, 20).Select(number => outbox[number].WindowBytes));
        Assert.Equal(Enumerable.Range(21, 20), outbox.SendSizes());
    }

    private static long AllocatedByBurst(Outbox outbox)
    {
        // A shared body: what is pooled elsewhere does not count.
        var body = MessageBody.Copy([1]);
        body.AddReferences(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            outbox.TryAdd(OutboundMessage.Emit(0, OutboxEntries.Method, body));
        }

        while (outbox.TryPeek(out _))
        {
            outbox.MoveSent();
        }

        outbox.TryAcknowledge(outbox.Sent);
        outbox.TryTaken(0, (uint)outbox.Sent);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        body.Release();
        return allocated;
    }
}

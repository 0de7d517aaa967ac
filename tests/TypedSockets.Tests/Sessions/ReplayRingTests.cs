using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class ReplayRingTests
{
    [Fact]
    public void Messages_are_found_by_their_numbers_while_the_ring_grows_and_turns()
    {
        var ring = new ReplayRing();
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            for (var count = random.Next(40); count > 0; count--)
            {
                ring.Add(OutboxEntries.Result((uint)ring.Numbered + 1));
            }

            ring.Free(random.NextInt64(ring.Acked, ring.Numbered + 1));
            for (var number = ring.Acked + 1; number <= ring.Numbered; number++)
            {
                Assert.Equal(number, ring[number].CallId);
            }
        }

        Assert.InRange(ring.Acked, 5000, ring.Numbered);
    }

    [Fact]
    public void The_bytes_are_those_of_what_is_held()
    {
        var ring = new ReplayRing();
        ring.Add(OutboxEntries.Emit(0, size: 10));
        ring.Add(OutboxEntries.Emit(0, size: 20));
        Assert.Equal(OutboxEntries.Emit(0, size: 10).OutboxBytes + OutboxEntries.Emit(0, size: 20).OutboxBytes, ring.Bytes);
        ring.Free(1);
        Assert.Equal(OutboxEntries.Emit(0, size: 20).OutboxBytes, ring.Bytes);
        ring.Free(2);
        Assert.Equal(0, ring.Bytes);
    }

    [Fact]
    public void Freeing_what_is_free_already_changes_nothing()
    {
        var ring = new ReplayRing();
        ring.Add(OutboxEntries.Emit(0));
        ring.Add(OutboxEntries.Emit(0));
        ring.Free(1);
        ring.Free(0);
        ring.Free(1);
        Assert.Equal((1L, 2L), (ring.Acked, ring.Numbered));
    }

    [Fact]
    public void Clearing_tells_the_senders_of_what_was_held_and_counts_from_the_beginning()
    {
        var ring = new ReplayRing();
        var deliveries = Enumerable.Range(0, 3).Select(_ => new NotedDelivery()).ToList();
        deliveries.ForEach(delivery => ring.Add(OutboxEntries.Emit(0, delivery: delivery)));
        ring.Free(1);
        ring.Clear();
        Assert.Equal([["acknowledged"], ["unknown"], ["unknown"]], deliveries.Select(delivery => delivery.Told));
        Assert.Equal((0L, 0L, 0L), (ring.Acked, ring.Numbered, ring.Bytes));
        ring.Add(OutboxEntries.Result(9));
        Assert.Equal(9u, ring[1].CallId);
    }
}

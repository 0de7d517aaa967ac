using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class LaneTests
{
    [Fact]
    public void Messages_leave_in_their_order_while_the_ring_grows_and_turns()
    {
        var lane = new Lane();
        var expected = new Queue<uint>();
        var next = 0u;
        for (var round = 0; round < 200; round++)
        {
            for (var i = 0; i < round % 7; i++)
            {
                lane.Add(OutboxEntries.Invoke(0, next), stamp: next);
                expected.Enqueue(next++);
            }

            for (var i = 0; i < round % 5 && expected.Count > 0; i++)
            {
                Assert.Equal(expected.Peek(), (uint)lane.FirstStamp);
                Assert.Equal(expected.Peek(), lane.First.CallId);
                Assert.Equal(expected.Dequeue(), lane.Take().CallId);
            }

            Assert.Equal(expected.Count, lane.Count);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(11)]
    public void A_call_can_be_taken_out_anywhere_and_the_others_keep_their_order(int position)
    {
        var lane = new Lane();
        for (var stamp = 0u; stamp < 5; stamp++)
        {
            lane.Add(OutboxEntries.Emit(0), stamp);
        }

        for (var i = 0; i < 5; i++)
        {
            lane.Take();
        }

        var ids = Enumerable.Range(0, 12).Select(i => (uint)i).ToList();
        ids.ForEach(id => lane.Add(OutboxEntries.Invoke(0, id), stamp: 100 + id));
        Assert.Equal((uint)position, lane.RemoveAt(lane.IndexOfCall((uint)position)).CallId);
        ids.RemoveAt(position);
        foreach (var id in ids)
        {
            Assert.Equal(100 + id, lane.FirstStamp);
            Assert.Equal(id, lane.Take().CallId);
        }

        Assert.Equal(0, lane.Count);
    }

    [Fact]
    public void Only_a_call_of_the_id_is_found()
    {
        var lane = new Lane();
        lane.Add(OutboxEntries.Emit(0), stamp: 1);
        lane.Add(OutboxEntries.Result(7), stamp: 2);
        Assert.Equal(-1, lane.IndexOfCall(0));
        Assert.Equal(-1, lane.IndexOfCall(7));
        Assert.Equal(2, lane.Count);
        Assert.Equal(MessageKind.Emit, lane.First.Kind);
    }
}

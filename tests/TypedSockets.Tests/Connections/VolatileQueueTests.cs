using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Tests.Sessions;

namespace TypedSockets.Tests.Connections;

public sealed class VolatileQueueTests
{
    private readonly VolatileQueue _queue = new();

    [Fact]
    public void Messages_leave_in_their_order()
    {
        Assert.Equal(0, _queue.NextBytes);
        Assert.True(_queue.TryAdd(OutboxEntries.Emit(0, size: 1)));
        Assert.True(_queue.TryAdd(OutboxEntries.Emit(0, size: 2)));
        Assert.Equal(OutboxEntries.Emit(0, size: 1).OutboxBytes, _queue.NextBytes);
        Assert.Equal([1, 2], Take(2));
        Assert.False(_queue.TryTake(out _));
        Assert.Equal(0, _queue.NextBytes);
    }

    [Fact]
    public void At_most_64_wait()
    {
        for (var i = 0; i < ProtocolLimits.MaxVolatile; i++)
        {
            Assert.True(_queue.TryAdd(OutboxEntries.Emit(0)));
        }

        Assert.False(_queue.TryAdd(OutboxEntries.Emit(0)));
        Take(1);
        Assert.True(_queue.TryAdd(OutboxEntries.Emit(0)));
    }

    [Fact]
    public void Together_they_are_at_most_as_large_as_a_frame_should_be()
    {
        var overhead = OutboxEntries.Emit(0, size: 0).OutboxBytes;
        Assert.True(_queue.TryAdd(OutboxEntries.Emit(0, size: 10_000 - overhead)));
        Assert.False(_queue.TryAdd(OutboxEntries.Emit(0, ProtocolLimits.CoalesceBytes - 10_000 - overhead + 1)));
        Assert.True(_queue.TryAdd(OutboxEntries.Emit(0, ProtocolLimits.CoalesceBytes - 10_000 - overhead)));
        Take(1);
        Assert.True(_queue.TryAdd(OutboxEntries.Emit(0, size: 10_000 - overhead)));
    }

    [Fact]
    public void One_alone_may_be_larger()
    {
        Assert.True(_queue.TryAdd(OutboxEntries.Emit(0, size: 30_000)));
        Assert.False(_queue.TryAdd(OutboxEntries.Emit(0)));
    }

    private List<int> Take(int count)
    {
        List<int> sizes = [];
        for (; count > 0; count--)
        {
            Assert.True(_queue.TryTake(out var message));
            sizes.Add(message.WindowBytes);
        }

        return sizes;
    }
}

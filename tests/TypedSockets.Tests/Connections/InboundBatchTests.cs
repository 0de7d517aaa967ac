using TypedSockets.Connections;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Connections;

public sealed class InboundBatchTests
{
    [Fact]
    public void Each_message_has_its_arguments_however_many_there_are_and_however_large()
    {
        var batch = new InboundBatch();
        var expected = Fill(batch, count: 2_000, seed: 4);
        Assert.Equal(expected, Contents(batch));
    }

    [Fact]
    public void What_another_batch_holds_is_appended()
    {
        var (batch, other) = (new InboundBatch(), new InboundBatch());
        var expected = Fill(batch, count: 100, seed: 5).Concat(Fill(other, count: 300, seed: 6)).ToList();
        batch.TakeOver(other);
        Assert.Equal(0, other.Count);
        Fill(other, count: 300, seed: 7);
        Assert.Equal(expected, Contents(batch));
    }

    [Fact]
    public void A_batch_is_used_again_after_it_was_cleared()
    {
        var batch = new InboundBatch();
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(Fill(batch, count: seed * 10, seed), Contents(batch));
            batch.Release();
            Assert.Equal(0, batch.Count);
        }
    }

    [Fact]
    public void Small_messages_allocate_nothing_once_it_has_held_as_many()
    {
        var batch = new InboundBatch();
        AddSmall(batch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AddSmall(batch);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void What_a_burst_needed_is_given_back()
    {
        var batch = new InboundBatch();
        AddSmall(batch);
        Assert.True(batch.IsLarge);
        batch.Trim();
        Assert.False(batch.IsLarge);
    }

    private static void AddSmall(InboundBatch batch)
    {
        for (var i = 0; i < 100; i++)
        {
            batch.Add(new InboundMessage(TestSide.Say, call: null, window: null), [1, 2, 3]);
        }

        batch.Clear();
    }

    private static List<byte[]> Fill(InboundBatch batch, int count, int seed)
    {
        var random = new Random(seed);
        var window = new ReceiveWindow();
        List<byte[]> contents = [];
        for (var i = 0; i < count; i++)
        {
            var arguments = new byte[random.Next(10) == 0 ? random.Next(2_000) : random.Next(40)];
            random.NextBytes(arguments);
            batch.Add(new InboundMessage(TestSide.Say, call: null, window), arguments);
            contents.Add(arguments);
        }

        return contents;
    }

    private static IEnumerable<byte[]> Contents(InboundBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            Assert.Equal(TestSide.Say, batch[i].Method);
            Assert.Equal(batch[i].Bytes, batch.Arguments(batch[i]).Length);
            yield return batch.Arguments(batch[i]).ToArray();
        }
    }
}

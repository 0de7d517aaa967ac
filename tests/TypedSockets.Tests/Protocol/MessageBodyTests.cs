using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

/// <summary>Bodies are counted and pooled; each test stays on one thread, where the next body is the last one returned.</summary>
public sealed class MessageBodyTests
{
    [Fact]
    public void A_rented_body_is_empty()
    {
        var body = MessageBody.Rent();
        Assert.Equal(0, body.Length);
        Assert.True(body.Span.IsEmpty && body.Memory.IsEmpty);
        body.Release();
    }

    [Fact]
    public void What_is_written_and_advanced_over_is_there()
    {
        var body = MessageBody.Rent();
        body.GetSpan(2)[0] = 1;
        body.Advance(1);
        body.GetMemory(2).Span[0] = 2;
        body.Advance(1);
        Assert.Equal([1, 2], body.Span.ToArray());
        Assert.Equal([1, 2], body.Memory.ToArray());
        body.Release();
    }

    [Fact]
    public void What_is_written_but_not_advanced_over_is_not_there()
    {
        var body = MessageBody.Rent();
        body.GetSpan(10)[0] = 1;
        Assert.Equal(0, body.Length);
        body.Release();
    }

    [Fact]
    public void A_copy_holds_the_bytes()
    {
        byte[] bytes = [1, 2, 3];
        var body = MessageBody.Copy(bytes);
        bytes[0] = 9;
        Assert.Equal([1, 2, 3], body.Span.ToArray());
        body.Release();
    }

    [Fact]
    public void A_copy_of_nothing_is_empty()
    {
        var body = MessageBody.Copy([]);
        Assert.Equal(0, body.Length);
        body.Release();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(100_000)]
    public void There_is_at_least_the_room_that_was_asked_for(int size)
    {
        var body = MessageBody.Rent();
        Assert.InRange(body.GetSpan(size).Length, Math.Max(size, 1), int.MaxValue);
        Assert.InRange(body.GetMemory(size).Length, Math.Max(size, 1), int.MaxValue);
        body.Release();
    }

    [Fact]
    public void Growing_keeps_what_was_written()
    {
        var body = MessageBody.Rent();
        var expected = new byte[100_000];
        for (var i = 0; i < expected.Length; i++)
        {
            expected[i] = (byte)(i * 7);
            body.GetSpan(1)[0] = expected[i];
            body.Advance(1);
        }

        Assert.Equal(expected, body.Span.ToArray());
        body.Release();
    }

    [Fact]
    public void Growing_at_least_doubles_so_that_writing_stays_linear()
    {
        var body = MessageBody.Rent();
        body.Advance(body.GetSpan(5000).Length);
        var full = body.Capacity;
        body.GetSpan(1);
        Assert.InRange(body.Capacity, full * 2, int.MaxValue);
        body.Release();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Advancing_back_or_beyond_the_room_is_refused(int count)
    {
        var body = MessageBody.Rent();
        body.GetSpan(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => body.Advance(count));
        Assert.Equal(0, body.Length);
        body.Release();
    }

    [Fact]
    public void More_room_than_an_array_can_have_is_refused()
    {
        var body = MessageBody.Rent();
        body.Advance(body.GetSpan(1).Length);
        Assert.Throws<OverflowException>(() => body.GetSpan(int.MaxValue).Length);
        body.Release();
    }

    [Fact]
    public void A_released_body_is_rented_again()
    {
        var body = MessageBody.Rent();
        body.Release();
        var next = MessageBody.Rent();
        Assert.Same(body, next);
        next.Release();
    }

    [Fact]
    public void A_body_that_is_rented_again_is_empty_but_has_its_buffer()
    {
        var body = MessageBody.Copy([1, 2, 3]);
        var capacity = body.Capacity;
        body.Release();
        var next = MessageBody.Rent();
        Assert.Equal((0, capacity), (next.Length, next.Capacity));
        next.Release();
    }

    [Fact]
    public void A_body_with_references_left_is_not_rented_again()
    {
        var body = MessageBody.Copy([1]);
        body.AddReferences(2);
        body.Release();
        body.Release();
        var other = MessageBody.Rent();
        Assert.NotSame(body, other);
        Assert.Equal([1], body.Span.ToArray());
        other.Release();
        body.Release();
    }

    [Fact]
    public void The_last_of_several_references_returns_the_body()
    {
        var body = MessageBody.Rent();
        body.AddReferences();
        body.AddReferences(3);
        for (var i = 0; i < 5; i++)
        {
            body.Release();
        }

        var next = MessageBody.Rent();
        Assert.Same(body, next);
        next.Release();
    }

    [Fact]
    public void A_large_buffer_is_not_kept()
    {
        var body = MessageBody.Rent();
        body.GetSpan(100_000);
        body.Release();
        Assert.Equal(0, body.Capacity);
    }

    [Fact]
    public void Two_bodies_never_share_a_buffer()
    {
        var one = MessageBody.Copy([1, 1]);
        var two = MessageBody.Copy([2, 2]);
        Assert.Equal([1, 1], one.Span.ToArray());
        Assert.Equal([2, 2], two.Span.ToArray());
        one.Release();
        two.Release();
    }

    [Fact]
    public void Rent_write_and_release_allocate_nothing_in_steady_state()
    {
        byte[] bytes = new byte[100];
        MessageBody.Copy(bytes).Release();
        var before = GC.GetAllocatedBytesForCurrentThread();
        MessageBody.Copy(bytes).Release();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_body_released_by_many_threads_at_once_is_returned_once()
    {
        for (var round = 0; round < 200; round++)
        {
            var body = MessageBody.Copy([1, 2, 3]);
            body.AddReferences(7);
            Parallel.For(0, 8, _ =>
            {
                Assert.Equal(3, body.Length);
                body.Release();
            });

            var one = MessageBody.Rent();
            var two = MessageBody.Rent();
            Assert.NotSame(one, two);
            one.Release();
            two.Release();
        }
    }
}

using System.Runtime.CompilerServices;
using TypedSockets.Hubs;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class SendWindowTests
{
    private static readonly HubMethod Method = new("ITest", "Say", 0, HubMethodKind.Emit);

    [Fact]
    public void What_was_sent_counts_until_it_is_taken()
    {
        var window = Sent(10, 20, 30);
        Assert.Equal((3, 60L), (window.Messages, window.Bytes));
        Assert.True(window.Taken(2, out var messages, out var bytes));
        Assert.Equal((2, 30L), (messages, bytes));
        Assert.Equal((1, 30L), (window.Messages, window.Bytes));
    }

    [Fact]
    public void A_count_that_was_told_before_changes_nothing()
    {
        var window = Sent(10, 20, 30);
        window.Taken(2, out _, out _);
        foreach (var count in new uint[] { 2, 1, 0 })
        {
            Assert.True(window.Taken(count, out var messages, out var bytes));
            Assert.Equal((0, 0L), (messages, bytes));
        }

        Assert.Equal(1, window.Messages);
    }

    [Fact]
    public void More_than_was_sent_is_a_forgery_and_changes_nothing()
    {
        var window = Sent(10, 20);
        Assert.False(window.Taken(3, out var messages, out var bytes));
        Assert.Equal((0, 0L), (messages, bytes));
        Assert.Equal((2, 30L), (window.Messages, window.Bytes));
    }

    [Fact]
    public void The_count_wraps_at_32_bits()
    {
        var window = Sent(1, 2, 3, 4, 5);
        TakenBefore(window) = uint.MaxValue - 1;
        Assert.True(window.Taken(uint.MaxValue, out var messages, out _));
        Assert.Equal(1, messages);
        Assert.True(window.Taken(3, out messages, out var bytes));
        Assert.Equal((4, 14L), (messages, bytes));
        Assert.True(window.Taken(uint.MaxValue, out messages, out _));
        Assert.Equal(0, messages);
        Assert.False(window.Taken(4, out _, out _));
    }

    private static SendWindow Sent(params int[] sizes)
    {
        var window = new SendWindow();
        Array.ForEach(sizes, size => window.Sent(new UntakenMessage(1, size, method: 0, isCall: false)));
        return window;
    }

    // Sending four thousand million messages would take too long.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_taken")]
    private static extern ref uint TakenBefore(SendWindow window);
}

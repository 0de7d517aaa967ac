using System.Runtime.CompilerServices;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class ReceiveWindowTests
{
    [Fact]
    public void A_message_counts_from_its_receipt_until_it_is_taken()
    {
        var window = new ReceiveWindow();
        window.Received(10);
        window.Received(0);
        Assert.Equal((2, 10L, 0u), (window.Messages, window.Bytes, window.Taken));
        window.Take(10);
        Assert.Equal((1, 0L, 1u), (window.Messages, window.Bytes, window.Taken));
    }

    [Fact]
    public void What_was_taken_is_untold_until_it_is_told()
    {
        var window = new ReceiveWindow();
        window.Received(10);
        window.Received(20);
        window.Take(10);
        window.Take(20);
        Assert.Equal((2, 30L), (window.Untold, window.UntoldBytes));
        window.Tell();
        Assert.Equal((0, 0L, 2u), (window.Untold, window.UntoldBytes, window.Taken));
    }

    [Fact]
    public void The_count_of_taken_messages_wraps_at_32_bits()
    {
        var window = new ReceiveWindow();
        StartAt(window, uint.MaxValue);
        window.Tell();
        window.Received(1);
        window.Received(1);
        window.Take(1);
        window.Take(1);
        Assert.Equal((1u, 2), (window.Taken, window.Untold));
    }

    [Fact]
    public void What_was_told_is_told_again_once_when_it_may_have_been_lost()
    {
        var window = new ReceiveWindow();
        window.Received(1);
        window.Take(1);
        Assert.True(window.IsTellingDue);
        window.Tell();
        Assert.False(window.IsTellingDue);
        window.TellAgain();
        Assert.True(window.IsTellingDue);
        Assert.Equal((1u, 0), (window.Taken, window.Untold));
        window.Tell();
        Assert.False(window.IsTellingDue);
    }

    private static void StartAt(ReceiveWindow window, uint count) => Received(window) = Taken(window) = count;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_received")]
    private static extern ref uint Received(ReceiveWindow window);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_taken")]
    private static extern ref uint Taken(ReceiveWindow window);
}

using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class InboxTests
{
    [Fact]
    public void Sixteen_bits_follow_the_full_number_over_many_wraps()
    {
        var inbox = new Inbox();
        for (var number = 1L; number <= 200_000; number++)
        {
            var expanded = inbox.Expand((ushort)number);
            Assert.Equal(number, expanded);
            Assert.True(inbox.TryAccept(expanded, bytes: 1));
            inbox.Acknowledge();
        }

        Assert.Equal(200_000, inbox.Received);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(65_535)]
    [InlineData(65_540)]
    [InlineData(150_000)]
    public void A_message_that_came_before_is_skipped(int received)
    {
        var inbox = Received(received);
        for (var back = 0; back < Math.Min(received, 32_000); back += 7)
        {
            Assert.False(inbox.TryAccept(inbox.Expand((ushort)(received - back)), bytes: 1));
        }

        Assert.Equal(received, inbox.Received);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(65_534, 65_536)]
    [InlineData(100_000, 132_000)]
    public void A_hole_is_out_of_sequence(int received, int number)
    {
        var inbox = Received(received);
        var error = Assert.Throws<ProtocolException>(() => inbox.TryAccept(inbox.Expand((ushort)number), bytes: 1));
        Assert.Equal(SocketCloseCode.OutOfSequence, error.CloseCode);
        Assert.Equal($"message {received + 1} was expected, {number} came", error.Message);
        Assert.Equal(received, inbox.Received);
    }

    [Fact]
    public void An_acknowledgement_is_due_after_256_messages()
    {
        var inbox = Received(255);
        Assert.False(inbox.IsAckDue);
        inbox.TryAccept(256, bytes: 1);
        Assert.True(inbox.IsAckDue);
    }

    [Fact]
    public void An_acknowledgement_is_due_after_64_KiB()
    {
        var inbox = new Inbox();
        inbox.TryAccept(1, 65_535);
        Assert.False(inbox.IsAckDue);
        inbox.TryAccept(2, 1);
        Assert.True(inbox.IsAckDue);
    }

    [Fact]
    public void Nothing_is_due_once_it_was_acknowledged()
    {
        var inbox = Received(300);
        Assert.True(inbox.IsAckDue);
        Assert.Equal(300, inbox.Acknowledge());
        Assert.False(inbox.IsAckDue || inbox.HasUnacknowledged);
        inbox.TryAccept(301, 65_535);
        Assert.True(inbox.HasUnacknowledged);
        Assert.False(inbox.IsAckDue);
    }

    [Fact]
    public void Messages_that_are_skipped_make_no_acknowledgement_due()
    {
        var inbox = Received(5);
        inbox.Acknowledge();
        for (var i = 0; i < 100; i++)
        {
            inbox.TryAccept(5, 65_536);
        }

        Assert.False(inbox.IsAckDue || inbox.HasUnacknowledged);
    }

    [Fact]
    public void A_new_session_counts_from_the_beginning()
    {
        var inbox = Received(70_000);
        inbox.TryAccept(70_001, 16_384);
        Assert.True(inbox.IsAckDue);
        inbox.Renew();
        Assert.Equal(0, inbox.Received);
        Assert.False(inbox.IsAckDue || inbox.HasUnacknowledged);
        Assert.Equal(1, inbox.Expand(1));
        Assert.True(inbox.TryAccept(1, bytes: 1));
        Assert.Equal(1, inbox.Acknowledge());
    }

    private static Inbox Received(int count)
    {
        var inbox = new Inbox();
        for (var number = 1; number <= count; number++)
        {
            inbox.TryAccept(number, bytes: 1);
        }

        return inbox;
    }
}

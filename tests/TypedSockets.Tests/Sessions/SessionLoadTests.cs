using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class SessionLoadTests
{
    private readonly SessionLoad _load = new();

    [Fact]
    public void Messages_are_refused_beyond_the_limit_of_the_session()
    {
        Assert.True(_load.TryReceive(1, maxMessages: 2, maxBytes: 100));
        Assert.True(_load.TryReceive(1, maxMessages: 2, maxBytes: 100));
        Assert.False(_load.TryReceive(1, maxMessages: 2, maxBytes: 100));
    }

    [Fact]
    public void Bytes_are_refused_beyond_the_limit_of_the_session()
    {
        Assert.True(_load.TryReceive(60, maxMessages: 9, maxBytes: 100));
        Assert.False(_load.TryReceive(60, maxMessages: 9, maxBytes: 100));
    }

    [Fact]
    public void One_message_alone_may_be_larger_than_the_window() =>
        Assert.True(_load.TryReceive(200, maxMessages: 9, maxBytes: 100));

    [Fact]
    public void What_was_taken_makes_room()
    {
        Assert.True(_load.TryReceive(60, maxMessages: 1, maxBytes: 100));
        _load.Take(60);
        Assert.True(_load.TryReceive(60, maxMessages: 1, maxBytes: 100));
    }
}

namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>The beginning and the end of a session under test.</summary>
public sealed class LifetimeTests
{
    private readonly QuizHub _hub = new();

    [Fact]
    public async Task OnConnected_runs_when_the_test_says_so()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(_hub);
        Assert.Empty(_hub.Events);

        await test.ConnectAsync();

        Assert.Equal(["connected"], _hub.Events);
    }

    [Fact]
    public async Task What_OnConnected_sends_is_written_down()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(_hub);

        await test.ConnectAsync();

        Assert.Equal("others", Assert.Single(test.Sent).Recipient);
    }

    [Fact]
    public async Task OnDisconnected_is_told_why()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(_hub);

        await test.DisconnectAsync(DisconnectReason.Kicked);

        Assert.Equal(["disconnected: Kicked"], _hub.Events);
    }

    [Fact]
    public async Task A_session_that_ends_cancels_its_token()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(_hub);
        var token = _hub.SessionEnded;
        Assert.False(token.IsCancellationRequested);

        await test.DisconnectAsync();

        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void A_class_that_is_no_SocketHub_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new HubTest<IQuizHub, IQuizClient>(new ForeignHub()));

        Assert.StartsWith("'ForeignHub' does not derive from SocketHub<IQuizClient>.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_without_a_caller_says_when_it_gets_one()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new QuizHub().SayTo("all", "hello"));

        Assert.Equal("A hub's Clients, Groups, Context and User are not there yet in its constructor. Use them from OnConnected on.", error.Message);
    }
}

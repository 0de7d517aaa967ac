namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>Hubs under test that ask their clients.</summary>
public sealed class ClientCallTests
{
    [Fact]
    public async Task A_call_is_answered_by_the_given_client()
    {
        using var test = Test(new QuizClient((question, _) => Task.FromResult($"{question} Yes.")));

        Assert.Equal("Ready? Yes.", await test.Hub.AskCaller("Ready?"));
    }

    [Fact]
    public async Task A_call_of_another_connection_is_answered_as_well()
    {
        using var test = Test(new QuizClient((question, _) => Task.FromResult($"{question} Yes.")));

        Assert.Equal("Ready? Yes.", await test.Hub.AskConnection("b", "Ready?"));
    }

    [Fact]
    public async Task A_call_without_a_result_reaches_the_given_client()
    {
        var client = new QuizClient((_, _) => Task.FromResult(""));
        using var test = Test(client);

        await test.Hub.Confirm();

        Assert.Equal(1, client.Confirmations);
    }

    [Fact]
    public async Task A_call_is_written_down_once_without_its_token()
    {
        using var test = Test(new QuizClient((_, _) => Task.FromResult("")));

        await test.Hub.AskConnection("b", "Ready?");

        var sent = Assert.Single(test.Sent);
        Assert.Equal(("connection:b", "Ask", "Ready?"), (sent.Recipient, sent.Method, Assert.Single(sent.Arguments)));
    }

    [Fact]
    public async Task An_answer_may_come_later()
    {
        var answer = new TaskCompletionSource<string>();
        using var test = Test(new QuizClient((_, _) => answer.Task));
        var asking = test.Hub.AskCaller("Ready?");
        Assert.False(asking.IsCompleted);

        answer.SetResult("Now.");

        Assert.Equal("Now.", await asking);
    }

    [Fact]
    public async Task A_client_s_failure_is_the_hub_s_to_handle()
    {
        using var test = Test(new QuizClient((_, _) => throw new InvalidOperationException("The client is out of order.")));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => test.Hub.AskCaller("Ready?"));

        Assert.Equal("The client is out of order.", error.Message);
    }

    [Fact]
    public async Task The_hub_s_token_reaches_the_client()
    {
        using var test = Test(new QuizClient(async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return "";
        }));
        var asking = test.Hub.AskUntilTheSessionEnds();

        await test.DisconnectAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_call_that_nobody_answers_says_what_to_give_to_HubTest()
    {
        using var test = Test(client: null);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => test.Hub.AskConnection("b", "Ready?"));

        Assert.Equal("The hub asked 'connection:b' for 'IQuizClient.Ask', and nothing answers. Give HubTest a client that does.", error.Message);
    }

    [Fact]
    public async Task A_call_that_nobody_answers_is_still_written_down()
    {
        using var test = Test(client: null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Hub.AskCaller("Ready?"));

        Assert.Equal("Ask", Assert.Single(test.Sent).Method);
    }

    [Fact]
    public async Task The_client_is_not_told_of_emits()
    {
        var client = new QuizClient((_, _) => Task.FromResult(""));
        using var test = Test(client);

        await test.Hub.SayTo("caller", "hello");

        Assert.Equal(0, client.Emits);
    }

    private static HubTest<IQuizHub, IQuizClient> Test(QuizClient? client) => new(new QuizHub(), client: client);
}

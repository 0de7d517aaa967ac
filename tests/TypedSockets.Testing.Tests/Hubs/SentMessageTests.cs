namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>What HubTest writes down of what a hub sends.</summary>
public sealed class SentMessageTests : IDisposable
{
    private readonly HubTest<IQuizHub, IQuizClient> _test = new(new QuizHub());

    [Theory]
    [InlineData("caller", "caller")]
    [InlineData("connection", "connection:b")]
    [InlineData("all", "all")]
    [InlineData("others", "others")]
    [InlineData("allExcept", "allExcept:a,b")]
    [InlineData("group", "group:g")]
    [InlineData("groups", "group:g,h")]
    [InlineData("othersInGroup", "othersInGroup:g")]
    [InlineData("user", "user:u")]
    [InlineData("users", "user:u,v")]
    public async Task A_message_carries_its_recipient(string whom, string recipient)
    {
        await _test.Hub.SayTo(whom, "hello");

        Assert.Equal(recipient, _test.Sent[0].Recipient);
    }

    [Fact]
    public async Task A_message_carries_its_method_and_arguments()
    {
        await _test.Hub.SayTo("all", "hello");

        var sent = Assert.Single(_test.Sent);
        Assert.Equal(("Said", "hello"), (sent.Method, Assert.Single(sent.Arguments)));
    }

    [Fact]
    public async Task A_payload_is_an_equal_copy_after_a_round_trip_through_its_codec()
    {
        await _test.Hub.SayTo("caller", "Ada");

        Assert.Equal(new Score("Ada", 1), Assert.Single(_test.Sent[1].Arguments));
    }

    [Fact]
    public async Task Messages_stand_in_the_order_in_which_they_were_sent()
    {
        await _test.Hub.SayTo("group", "first");
        await _test.Hub.SayTo("all", "second");

        Assert.Equal(["first", "second"], _test.Sent.Select(message => message.Arguments[0]));
    }

    [Fact]
    public async Task SentTo_leaves_out_what_went_to_others()
    {
        await _test.Hub.SayTo("group", "to the group");
        await _test.Hub.SayTo("all", "to all");

        Assert.Equal("to the group", Assert.Single(_test.SentTo("group:g")).Arguments[0]);
    }

    [Fact]
    public void Nothing_is_written_down_before_the_hub_sends() => Assert.Empty(_test.Sent);

    [Fact]
    public async Task What_was_read_does_not_change_when_the_hub_sends_more()
    {
        await _test.Hub.SayTo("all", "first");
        var before = _test.Sent;

        await _test.Hub.SayTo("all", "second");

        Assert.Single(before);
    }

    [Fact]
    public async Task Messages_from_several_threads_are_all_written_down()
    {
        using var start = new Barrier(participantCount: 4);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(SayMuch, TaskCreationOptions.LongRunning)));

        Assert.Equal(4 * 20_000, _test.Sent.Count);

        void SayMuch()
        {
            start.SignalAndWait();
            for (var i = 0; i < 20_000; i++)
            {
                _ = _test.Hub.SayTo("all", "hello");
            }
        }
    }

    public void Dispose() => _test.Dispose();
}

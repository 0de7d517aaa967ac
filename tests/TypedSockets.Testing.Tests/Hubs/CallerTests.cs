using System.Security.Claims;

namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>The caller that HubTest gives to a hub.</summary>
public sealed class CallerTests
{
    [Fact]
    public async Task The_hub_sees_the_given_user_and_connection()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada")], "test"));
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub(), user, connectionId: "c1");

        Assert.Equal("Ada over c1", await test.Hub.WhoAmI());
    }

    [Fact]
    public async Task The_caller_is_nobody_in_particular_by_default()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub());

        Assert.Equal(" over test", await test.Hub.WhoAmI());
    }

    [Fact]
    public async Task Groups_stand_in_the_order_of_joining_each_once()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub());

        await test.Hub.Join("b");
        await test.Hub.Join("a");
        await test.Hub.Join("b");

        Assert.Equal(["b", "a"], test.Groups);
    }

    [Fact]
    public async Task A_group_that_was_left_is_gone()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub());

        await test.Hub.Join("a");
        await test.Hub.Leave("a");

        Assert.Empty(test.Groups);
    }

    [Fact]
    public async Task A_group_without_a_name_is_refused_as_by_the_server()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub());

        await Assert.ThrowsAsync<ArgumentException>(() => test.Hub.Join(""));
    }

    [Fact]
    public async Task A_kick_leaves_its_reason()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub());

        await test.Hub.Kick("cheating");

        Assert.Equal("cheating", test.KickReason);
    }

    [Fact]
    public async Task The_first_kick_counts()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub());

        await test.Hub.Kick("cheating");
        await test.Hub.Kick("shouting");

        Assert.Equal("cheating", test.KickReason);
    }

    [Fact]
    public void A_hub_that_kicks_nobody_has_no_reason()
    {
        using var test = new HubTest<IQuizHub, IQuizClient>(new QuizHub());

        Assert.Null(test.KickReason);
    }
}

using Chat;

namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>The sample's hub, tested as an application would test its own.</summary>
public sealed class ChatHubTests
{
    private readonly ChatRooms _rooms = new(TimeProvider.System);

    [Fact]
    public async Task Whoever_enters_a_room_is_announced_to_the_others()
    {
        using var test = Enter("c1");

        await test.Hub.Join("general", "Ada");

        var sent = Assert.Single(test.SentTo("othersInGroup:general"));
        Assert.Equal(("SomeoneCame", "Ada"), (sent.Method, sent.Arguments[0]));
    }

    [Fact]
    public async Task A_post_goes_to_the_whole_room()
    {
        using var test = Enter("c1");
        await test.Hub.Join("general", "Ada");

        await test.Hub.Post("hello");

        var message = Assert.IsType<Message>(Assert.Single(test.SentTo("group:general")).Arguments[0]);
        Assert.Equal(("Ada", "hello"), (message.Author, message.Text));
    }

    [Fact]
    public async Task A_late_comer_gets_what_was_said()
    {
        using var first = Enter("c1");
        await first.Hub.Join("general", "Ada");
        await first.Hub.Post("hello");
        using var second = Enter("c2");

        var history = await second.Hub.Join("general", "Bob");

        Assert.Equal("hello", Assert.Single(history).Text);
    }

    [Fact]
    public async Task Another_room_is_entered_by_leaving_the_first()
    {
        using var test = Enter("c1");
        await test.Hub.Join("general", "Ada");

        await test.Hub.Join("kitchen", "Ada");

        Assert.Equal(["kitchen"], test.Groups);
    }

    [Fact]
    public async Task A_lost_connection_leaves_its_room()
    {
        using var test = Enter("c1");
        await test.Hub.Join("general", "Ada");

        await test.DisconnectAsync();

        Assert.Empty(_rooms.Names("general"));
        Assert.Equal("SomeoneLeft", Assert.Single(test.SentTo("group:general")).Method);
    }

    private HubTest<IChatHub, IChatClient> Enter(string connectionId) => new(new ChatHub(_rooms), connectionId: connectionId);
}

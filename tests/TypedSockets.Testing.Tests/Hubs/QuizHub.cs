namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>The hub under test.</summary>
public sealed class QuizHub : SocketHub<IQuizClient>, IQuizHub
{
    public List<string> Events { get; } = [];

    public CancellationToken SessionEnded => Context.SessionEnded;

    public async Task SayTo(string whom, string text)
    {
        switch (whom)
        {
            case "caller":
                Clients.Caller.Said(text);
                await Clients.Caller.Scored(new Score(text, 1));
                break;
            case "connection":
                Clients.Connection("b").Said(text);
                break;
            default:
                Some(whom).Said(text);
                break;
        }
    }

    public Task<string> AskCaller(string question) => Clients.Caller.Ask(question);

    public Task<string> AskConnection(string id, string question) => Clients.Connection(id).Ask(question);

    public Task Confirm() => Clients.Caller.Confirmed().AsTask();

    public Task AskUntilTheSessionEnds() => Clients.Caller.Ask("forever?", Context.SessionEnded);

    public async Task Join(string group) => await Groups.Join(group);

    public async Task Leave(string group) => await Groups.Leave(group);

    public Task Kick(string reason)
    {
        Context.Kick(reason);
        return Task.CompletedTask;
    }

    public Task<string> WhoAmI() => Task.FromResult($"{User.Identity?.Name} over {Context.ConnectionId}");

    protected override ValueTask OnConnected()
    {
        Events.Add("connected");
        Clients.Others.Said("someone came");
        return default;
    }

    protected override ValueTask OnDisconnected(DisconnectReason reason)
    {
        Events.Add($"disconnected: {reason}");
        return default;
    }

    private Recipients<IQuizClient> Some(string whom) => whom switch
    {
        "all" => Clients.All,
        "others" => Clients.Others,
        "allExcept" => Clients.AllExcept("a", "b"),
        "group" => Clients.Group("g"),
        "groups" => Clients.Groups("g", "h"),
        "othersInGroup" => Clients.OthersInGroup("g"),
        "user" => Clients.User("u"),
        "users" => Clients.Users("u", "v"),
        _ => throw new ArgumentException($"Nobody is called '{whom}'.", nameof(whom)),
    };
}

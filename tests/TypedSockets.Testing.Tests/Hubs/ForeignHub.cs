namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>Implements the contract and derives from nothing.</summary>
public sealed class ForeignHub : IQuizHub
{
    public Task SayTo(string whom, string text) => Task.CompletedTask;

    public Task<string> AskCaller(string question) => Task.FromResult("");

    public Task<string> AskConnection(string id, string question) => Task.FromResult("");

    public Task Confirm() => Task.CompletedTask;

    public Task AskUntilTheSessionEnds() => Task.CompletedTask;

    public Task Join(string group) => Task.CompletedTask;

    public Task Leave(string group) => Task.CompletedTask;

    public Task Kick(string reason) => Task.CompletedTask;

    public Task<string> WhoAmI() => Task.FromResult("");
}

namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>A hub that speaks to whomever it is told to.</summary>
[SocketHub<IQuizClient>("quiz")]
public partial interface IQuizHub
{
    Task SayTo(string whom, string text);

    Task<string> AskCaller(string question);

    Task<string> AskConnection(string id, string question);

    Task Confirm();

    Task AskUntilTheSessionEnds();

    Task Join(string group);

    Task Leave(string group);

    Task Kick(string reason);

    Task<string> WhoAmI();
}

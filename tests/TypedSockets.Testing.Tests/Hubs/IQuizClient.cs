namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>What a quiz's client offers.</summary>
public interface IQuizClient
{
    void Said(string text);

    [OneWay]
    ValueTask Scored(Score score);

    Task<string> Ask(string question, CancellationToken cancel = default);

    ValueTask Confirmed();
}

namespace TypedSockets.Testing.Tests.Hubs;

/// <summary>Answers what the hub asks.</summary>
public sealed class QuizClient(Func<string, CancellationToken, Task<string>> answer) : IQuizClient
{
    public int Confirmations { get; private set; }

    public int Emits { get; private set; }

    public void Said(string text) => Emits++;

    public ValueTask Scored(Score score)
    {
        Emits++;
        return default;
    }

    public Task<string> Ask(string question, CancellationToken cancel = default) => answer(question, cancel);

    public ValueTask Confirmed()
    {
        Confirmations++;
        return default;
    }
}

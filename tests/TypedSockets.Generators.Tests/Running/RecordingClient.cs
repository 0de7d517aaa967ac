namespace TypedSockets.Generators.Tests.Running;

/// <summary>Writes down what it is told, and answers.</summary>
internal sealed class RecordingClient : IKindsClient
{
    public List<string> Calls { get; } = [];

    public void Note(string text, int count) => Calls.Add($"Note {text} {count}");

    public void Many(int first, params string[] names) => Calls.Add($"Many {first} {string.Join(' ', names)}");

    public ValueTask TellValueTask(string text, CancellationToken cancel)
    {
        Calls.Add($"TellValueTask {text}");
        return default;
    }

    public Task DoTask(string text)
    {
        Calls.Add($"DoTask {text}");
        return Task.CompletedTask;
    }

    public ValueTask<string> Ask(string text, CancellationToken cancel)
    {
        Calls.Add($"Ask {text}");
        return new($"{text}?");
    }
}

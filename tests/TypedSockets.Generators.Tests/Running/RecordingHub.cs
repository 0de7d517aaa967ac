namespace TypedSockets.Generators.Tests.Running;

/// <summary>Writes down what it is told, and answers.</summary>
internal sealed class RecordingHub : IKindsHub
{
    public List<string> Calls { get; } = [];

    public CancellationToken LastToken { get; private set; }

    public void Note(string text, int count, Color color, decimal price, string? more) =>
        Calls.Add(FormattableString.Invariant($"Note {text} {count} {color} {price} {more ?? "null"}"));

    public void Nothing() => Calls.Add("Nothing");

    public void Move(int x, int y) => Calls.Add(FormattableString.Invariant($"Move {x} {y}"));

    public Task TellTask(string text, CancellationToken cancel) => Record($"TellTask {text}", cancel);

    public ValueTask TellValueTask(string text) => new(Record($"TellValueTask {text}", default));

    public Task DoTask(string text) => Record($"DoTask {text}", default);

    public ValueTask DoValueTask(string text, CancellationToken cancel) => new(Record($"DoValueTask {text}", cancel));

    public async Task<int> AskTask(string text)
    {
        await Record($"AskTask {text}", default);
        return text.Length;
    }

    public async ValueTask<Item[]> AskValueTask(string text, CancellationToken cancel)
    {
        await Record($"AskValueTask {text}", cancel);
        return [new Item(text, 1), new Item(text + text, 2)];
    }

    public ValueTask<(string? Name, int Count)> AskTuple((int X, string? Y) pair) => new((pair.Y, pair.X + 1));

    public ValueTask<string?> @class(string? @event) => new(@event is null ? null : $"class {@event}");

    private async Task Record(string call, CancellationToken cancel)
    {
        await Task.Yield();
        LastToken = cancel;
        Calls.Add(call);
    }
}

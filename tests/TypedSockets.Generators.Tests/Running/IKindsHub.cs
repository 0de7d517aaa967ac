namespace TypedSockets.Generators.Tests.Running;

/// <summary>A hub with a member of every kind.</summary>
[SocketHub<IKindsClient>("kinds")]
public partial interface IKindsHub
{
    void Note(string text, int count = 3, Color color = Color.Green, decimal price = 1.5m, string? more = null);

    void Nothing();

    [Volatile]
    void Move(int x, int y);

    [OneWay]
    Task TellTask(string text, CancellationToken cancel = default);

    [OneWay]
    ValueTask TellValueTask(string text);

    Task DoTask(string text);

    [Concurrent]
    ValueTask DoValueTask(string text, CancellationToken cancel = default);

    Task<int> AskTask(string text);

    ValueTask<Item[]> AskValueTask(string text, CancellationToken cancel = default);

    ValueTask<(string? Name, int Count)> AskTuple((int X, string? Y) pair);

    ValueTask<string?> @class(string? @event);
}

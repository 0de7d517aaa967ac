namespace TypedSockets.Generators.Tests.Running;

/// <summary>A client with a member of every kind.</summary>
public interface IKindsClient
{
    void Note(string text, int count = 3);

    void Many(int first, params string[] names);

    [OneWay, Volatile]
    ValueTask TellValueTask(string text, CancellationToken cancel = default);

    Task DoTask(string text);

    ValueTask<string> Ask(string text, CancellationToken cancel = default);
}

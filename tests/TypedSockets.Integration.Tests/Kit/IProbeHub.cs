namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A hub with one member for each thing that the tests look at.</summary>
[SocketHub<IProbeClient>("probe")]
public partial interface IProbeHub
{
    void Note(int number);

    [OneWay]
    ValueTask NoteLater(int number);

    Task<int> Add(int left, int right = 10);

    ValueTask Fail(string secret);

    ValueTask<string> Block(CancellationToken cancel = default);

    [Concurrent]
    Task<int> Overtake(int number);

    ValueTask<bool> AskMe(string question);

    ValueTask Join(string group);

    ValueTask Leave(string group);

    void Tell(string whom, int number);

    ValueTask<string> Who();
}

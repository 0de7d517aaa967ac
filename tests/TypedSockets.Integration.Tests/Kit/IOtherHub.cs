namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A second hub for the same socket.</summary>
[SocketHub<IProbeClient>("other")]
public partial interface IOtherHub
{
    Task<int> Twice(int number);

    void Unanswered(int number);
}

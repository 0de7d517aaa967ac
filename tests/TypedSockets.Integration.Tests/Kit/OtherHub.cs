namespace TypedSockets.Integration.Tests.Kit;

public sealed class OtherHub : SocketHub<IProbeClient>, IOtherHub
{
    public Task<int> Twice(int number) => Task.FromResult(2 * number);

    public void Unanswered(int number)
    {
    }
}

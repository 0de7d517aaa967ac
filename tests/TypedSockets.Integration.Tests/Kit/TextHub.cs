namespace TypedSockets.Integration.Tests.Kit;

public sealed class TextHub : SocketHub<ITextClient>, ITextHub
{
    public Task Wait() => Task.CompletedTask;
}

using Microsoft.AspNetCore.Authorization;

namespace TypedSockets.Integration.Tests.Kit;

[Authorize]
public sealed class MembersOnlyHub : SocketHub<ITextClient>, ITextHub
{
    public Task Wait() => Task.CompletedTask;
}

using Microsoft.AspNetCore.Authorization;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

[Authorize(Policy)]
public sealed class GuardedHub : SocketHub<ITextClient>, ITextHub
{
    public const string Policy = "not banned";

    public Task Wait() => Task.CompletedTask;
}

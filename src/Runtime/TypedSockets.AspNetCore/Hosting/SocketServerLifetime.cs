using Microsoft.Extensions.Hosting;

namespace TypedSockets.AspNetCore.Hosting;

/// <summary>Lets the host wait until the sessions are drained when it is stopped.</summary>
internal sealed class SocketServerLifetime(SocketServer server) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => server.DrainAsync().WaitAsync(cancellationToken);
}

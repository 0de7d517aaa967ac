using TypedSockets.Soak.Contracts;

namespace TypedSockets.Soak.Server;

/// <summary>A real Kestrel with the soak's hub.</summary>
public static class SoakServer
{
    /// <param name="backend">What stands behind the hub.</param>
    /// <param name="port">The port on the loopback address; 0 for one that is free.</param>
    /// <param name="configure">Changes the options.</param>
    public static async Task<WebApplication> StartAsync(IBackend backend, int port = 0, Action<TypedSocketsOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");

        // That clients go in the middle of a handshake is what happens here, and warned of.
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(backend);
        builder.Services.AddTypedSockets(configure).AddHub<ISoakHub, SoakHub>();

        var app = builder.Build();
        app.MapTypedSockets("/ws");
        await app.StartAsync();
        return app;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedSockets.Hubs;

namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A real Kestrel on a free port of the loopback address.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private TestServer(WebApplication app, Probe probe, LogLines log)
    {
        App = app;
        Probe = probe;
        Log = log;
    }

    public WebApplication App { get; }

    public Probe Probe { get; }

    public LogLines Log { get; }

    public string Address => App.Urls.First();

    public string Endpoint => $"{Address}/ws";

    public static async Task<TestServer> StartAsync(
        Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null, HubLifetime lifetime = HubLifetime.PerSession)
    {
        var probe = new Probe();
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton(probe);
        builder.Services.AddTypedSockets().AddHub<IProbeHub, ProbeHub>(lifetime).AddHub<IOtherHub, OtherHub>();
        configure?.Invoke(builder);
        var app = builder.Build();
        (map ?? (static application => application.MapTypedSockets("/ws")))(app);
        await app.StartAsync();
        return new TestServer(app, probe, log);
    }

    public TypedSocketClient CreateClient(Action<TypedSocketClientOptions>? configure = null)
    {
        var options = new TypedSocketClientOptions();
        configure?.Invoke(options);
        return new TypedSocketClient(Endpoint, options);
    }

    public Task<(TypedSocketClient Socket, HubClient<IProbeHub> Hub)> ConnectAsync(Action<TypedSocketClientOptions>? configure = null) =>
        ConnectAsync<IProbeHub>(configure);

    public async Task<(TypedSocketClient Socket, HubClient<THub> Hub)> ConnectAsync<THub>(Action<TypedSocketClientOptions>? configure = null)
        where THub : class, IHubContract<THub>
    {
        var socket = CreateClient(configure);
        var hub = socket.Hub<THub>();
        await socket.ConnectAsync();
        return (socket, hub);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}

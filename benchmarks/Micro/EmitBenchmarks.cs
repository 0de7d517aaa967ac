using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedSockets;

namespace Micro;

/// <summary>
/// Emits over a real socket: client, Kestrel and hub in one process, so that the memory column shows both sides together, per message.
/// </summary>
[MemoryDiagnoser]
public class EmitBenchmarks
{
    private const int Messages = 2_000;

    private readonly Arrivals _atServer = new();
    private readonly Arrivals _atClient = new();
    private WebApplication? _app;
    private TypedSocketClient? _client;
    private IMicroHub? _hub;

    /// <summary>Starts the server and connects.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_atServer);
        builder.Services.AddTypedSockets().AddHub<IMicroHub, MicroHub>();
        _app = builder.Build();
        _app.MapTypedSockets("/ws");
        await _app.StartAsync();
        _client = new TypedSocketClient($"{_app.Urls.First()}/ws");
        var hub = _client.Hub<IMicroHub>();
        hub.On.Ticked((_, _, _) => _atClient.Note());
        _hub = hub.Emit;
        await _client.ConnectAsync();
    }

    /// <summary>Leaves and stops the server.</summary>
    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _client!.DisposeAsync();
        await _app!.DisposeAsync();
    }

    /// <summary>Client to server; nothing in the payload needs memory.</summary>
    [Benchmark(OperationsPerInvoke = Messages, Baseline = true)]
    public void ClientToServer()
    {
        _atServer.Expect(Messages);
        for (var i = 0; i < Messages; i++)
        {
            _hub!.Tick(i, i, i);
        }

        _atServer.Wait();
    }

    /// <summary>Client to server with a text of 16 characters: a string of 56 bytes is what the payload itself needs.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void ClientToServerText()
    {
        _atServer.Expect(Messages);
        for (var i = 0; i < Messages; i++)
        {
            _hub!.Say("sixteen letters.");
        }

        _atServer.Wait();
    }

    /// <summary>Server to everyone, which is one client here.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void ServerToClient()
    {
        _atClient.Expect(Messages);
        _hub!.Broadcast(Messages);
        _atClient.Wait();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Sessions;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>A real server with the counting hub.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly StepClock? _clock;

    private FaultServer(TestServer host, Ledger ledger, StepClock? clock)
    {
        Host = host;
        Ledger = ledger;
        _clock = clock;
    }

    public TestServer Host { get; }

    public Ledger Ledger { get; }

    /// <summary>Where it listens, without a proxy in between.</summary>
    public Uri Endpoint => new(Host.Endpoint);

    /// <summary>Everybody who is connected or may come back.</summary>
    public ISocketHubContext<ICountHub, ICountClient> Everybody => Host.App.Services.GetRequiredService<ISocketHubContext<ICountHub, ICountClient>>();

    /// <summary>What the server holds for its clients.</summary>
    public List<ServerSession> Sessions => Host.App.Services.GetRequiredService<SocketServer>().Registry.Sessions();

    public static async Task<FaultServer> StartAsync(
        Action<TypedSocketsOptions>? options = null,
        StepClock? clock = null,
        Action<WebApplicationBuilder>? configure = null,
        Action<WebApplication>? map = null)
    {
        var ledger = new Ledger();
        var host = await TestServer.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(ledger);
                builder.Services.AddTypedSockets(WithoutDrain).AddHub<ICountHub, CountHub>();
                builder.Services.Configure(options ?? (static _ => { }));
                if (clock is not null)
                {
                    builder.Services.AddSingleton<TimeProvider>(clock);
                }

                configure?.Invoke(builder);
            },
            map);
        return new FaultServer(host, ledger, clock);
    }

    /// <summary>Emits numbers to one client, each when there is room for it.</summary>
    public async Task EmitAsync(string connectionId, int first, int last, byte[]? ballast = null)
    {
        var client = Everybody.Connection(connectionId);
        for (var number = first; number <= last; number++)
        {
            await client.Counted(number, ballast ?? Histories.Ballast);
        }
    }

    /// <summary>Waits until all sessions wait for their clients. Their hubs are told in order with their messages, perhaps later.</summary>
    public async Task UntilAwayAsync()
    {
        using var limit = new CancellationTokenSource(Limit.Long);
        while (Sessions.Exists(session => session.Entry.Waiting is null))
        {
            await Task.Delay(1, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        var disposing = Host.DisposeAsync().AsTask();
        await (_clock?.PassUntilAsync(disposing) ?? disposing);
    }

    // Whoever is still there when a test is over is not waited for.
    private static void WithoutDrain(TypedSocketsOptions options) => options.DrainTimeout = TimeSpan.Zero;
}

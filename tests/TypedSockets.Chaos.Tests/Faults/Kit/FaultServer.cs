using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Sessions;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>A real server with the counting hub.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private FaultServer(TestServer host, Ledger ledger)
    {
        Host = host;
        Ledger = ledger;
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
        TimeProvider? time = null,
        Action<WebApplicationBuilder>? configure = null,
        Action<WebApplication>? map = null)
    {
        var ledger = new Ledger();
        var host = await TestServer.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(ledger);
                builder.Services.AddTypedSockets(options).AddHub<ICountHub, CountHub>();
                if (time is not null)
                {
                    builder.Services.AddSingleton(time);
                }

                configure?.Invoke(builder);
            },
            map);
        return new FaultServer(host, ledger);
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

    /// <summary>Waits until the server knows that no client has a line. Its hubs are told in order with their messages, perhaps later.</summary>
    public async Task UntilAwayAsync()
    {
        using var limit = new CancellationTokenSource(Limit.Long);
        while (Sessions.Exists(session => session.Socket is not null))
        {
            await Task.Delay(1, limit.Token);
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

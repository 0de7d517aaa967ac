using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace SessionCost;

/// <summary>What a client that does not read costs the others, and the server.</summary>
internal static class SlowReader
{
    private const int Count = 20_000;
    private const int Clients = 8;

    /// <summary>Broadcasts to clients that read, with or without one beside them that does not.</summary>
    /// <returns>Deliveries per second to those that read, and how much the managed heap held more at the end.</returns>
    public static async Task<(double PerSecond, double HeapMegabytes)> RunAsync(Microsoft.AspNetCore.Builder.WebApplication app, bool withSlowOne)
    {
        var address = app.Urls.First();
        using var slow = withSlowOne ? await ConnectAndReadNothingAsync<ICostHub>(address) : null;
        List<TypedSocketClient> clients = [];
        using var received = new CountdownEvent(Count * Clients);
        for (var i = 0; i < Clients; i++)
        {
            var client = new TypedSocketClient($"{address}/ws");
            client.Hub<ICostHub>().On.Told((_, _) => received.Signal());
            await client.ConnectAsync();
            clients.Add(client);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var hub = app.Services.GetRequiredService<ISocketHubContext<ICostHub, ICostClient>>();
        var data = new byte[256];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Count; i++)
        {
            hub.All.Told(i, data);
            if (i % 64 == 63)
            {
                // No faster than those that read: a broadcast waits for nobody. All of it may be one client's, and is less than its outbox holds.
                while ((i + 1) * Clients - (Count * Clients - received.CurrentCount) > 1024 * Clients)
                {
                    await Task.Yield();
                }
            }
        }

        received.Wait();
        var perSecond = Count * Clients / Stopwatch.GetElapsedTime(start).TotalSeconds;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }

        return (perSecond, held / 1048576.0);
    }

    private static async Task<ClientWebSocket> ConnectAndReadNothingAsync<THub>(string address)
        where THub : class, TypedSockets.Hubs.IHubContract<THub>
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(ProtocolLimits.SubProtocol);
        await socket.ConnectAsync(new Uri($"{address.Replace("http", "ws", StringComparison.Ordinal)}/ws"), CancellationToken.None);
        using var writer = new FrameWriter();
        var hello = new HelloMessage
        {
            SessionId = Guid.NewGuid().ToByteArray(),
            Secret = new byte[HelloMessage.SecretLength],
            Attempt = 1,
            Create = true,
            Channels = [new ChannelRequest(THub.Contract.Name, THub.Contract.Fingerprint.ToArray())],
            WindowMessages = 8192,
            WindowBytes = 1 << 22,
            MaxFrameBytes = 1 << 20,
            MaxPendingCalls = 16,
        };
        writer.Append(MessageKind.Hello, number: 0, [], hello.ToBytes());
        await new WebSocketTransport(socket).SendAsync(writer.Complete(received: null), CancellationToken.None);
        return socket;
    }
}

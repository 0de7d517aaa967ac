using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Sessions;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace Micro.Recipients;

/// <summary>
/// One event to everyone, who are 1,000 sessions without sockets: encoded once, put into each outbox by reference. The times are a delivery's, as far as the
/// outbox: what the pumps do is measured elsewhere, and waking one costs nothing here.
/// </summary>
[MemoryDiagnoser]
public class FanOutBenchmarks
{
    private const int Sessions = 1_000;
    private const int Events = 100;

    private readonly List<ServerSession> _sessions = [];
    private readonly FrameWriter _frame = new();
    private ServiceProvider? _services;
    private ISocketHubContext<IMicroHub, IMicroClient>? _hub;
    private uint _taken;

    /// <summary>Founds the sessions.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<Arrivals>();
        services.AddTypedSockets().AddHub<IMicroHub, MicroHub>();
        _services = services.BuildServiceProvider();
        _hub = _services.GetRequiredService<ISocketHubContext<IMicroHub, IMicroClient>>();
        var server = _services.GetRequiredService<SocketServer>();
        HubRegistration[] hubs = [.. _services.GetServices<HubRegistration>()];
        var admission = new HubAdmission(hubs, new DefaultHttpContext { RequestServices = _services }, server.Options);
        for (var i = 0; i < Sessions; i++)
        {
            var credentials = new SessionCredentials(Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray());
            var session = new ServerSession(server, admission, credentials, attempt: 0, new SocketRequest("/ws", new Dictionary<string, string>(), null));
            session.Hubs.Open(hubs);
            await session.Hubs.ConnectAsync();
            session.Peer.SetRemoteLimits(
                new PeerWindow(ProtocolLimits.Client.WindowMessages, ProtocolLimits.Client.WindowBytes, ProtocolLimits.Client.MaxPendingCalls),
                ProtocolLimits.Client.MaxFrameBytes);
            session.Peer.Attach(static () => { });
            _sessions.Add(session);
        }
    }

    /// <summary>Gives the sessions up.</summary>
    [GlobalCleanup]
    public async Task Cleanup()
    {
        _sessions.ForEach(session => session.Discard());
        _frame.Dispose();
        await _services!.DisposeAsync();
    }

    /// <summary>Sends to everyone.</summary>
    [Benchmark(OperationsPerInvoke = Sessions * Events)]
    public void ToEveryone()
    {
        for (var i = 0; i < Events; i++)
        {
            _hub!.All.Ticked(i, i, i);
        }
    }

    /// <summary>Writes and acknowledges what was sent, outside of the measurement.</summary>
    [IterationCleanup]
    public void Drain()
    {
        _taken += Events;
        foreach (var session in _sessions)
        {
            while (!session.Peer.Frames.Next(_frame).IsEmpty)
            {
            }

            var outbox = session.Peer.Outbox;
            if (!outbox.TryAcknowledge(outbox.Sent) || !outbox.TryTaken(session.Hubs.Registrations.Count - 1, _taken) || !outbox.IsSettled)
            {
                throw new InvalidOperationException("Something is left in an outbox.");
            }
        }
    }
}

using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Hubs;

namespace TypedSockets.Testing;

/// <summary>
/// Tests a hub class without a server: gives it a caller, and writes down what it sends. Call the hub's methods directly.
/// Not thread-safe, except that the hub may send from any thread.
/// </summary>
/// <typeparam name="THub">The hub interface.</typeparam>
/// <typeparam name="TClient">The client interface.</typeparam>
public sealed class HubTest<THub, TClient> : IDisposable
    where THub : class, IHubContract<THub, TClient>
    where TClient : class
{
    private readonly Lock _gate = new();
    private readonly List<SentMessage> _sent = [];
    private readonly List<string> _groups = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly SocketHub<TClient> _base;

    /// <summary>Gives a hub its caller.</summary>
    /// <param name="hub">The hub; its class derives from <see cref="SocketHub{TClient}"/>.</param>
    /// <param name="user">Who calls; by default nobody in particular.</param>
    /// <param name="client">Answers what the hub asks of a client; needed only for hubs that do.</param>
    /// <param name="connectionId">The caller's connection.</param>
    /// <exception cref="ArgumentException">The hub's class does not derive from <see cref="SocketHub{TClient}"/>.</exception>
    public HubTest(THub hub, ClaimsPrincipal? user = null, TClient? client = null, string connectionId = "test")
    {
        ArgumentNullException.ThrowIfNull(hub);
        Hub = hub;
        _base = hub as SocketHub<TClient>
            ?? throw new ArgumentException($"'{hub.GetType().Name}' does not derive from SocketHub<{typeof(TClient).Name}>.", nameof(hub));
        var context = new SocketContext(
            connectionId,
            user ?? new ClaimsPrincipal(new ClaimsIdentity()),
            new SocketRequest("/test", new Dictionary<string, string>(), IPAddress.Loopback),
            reason => KickReason ??= reason,
            _ended.Token);
        var binding = new HubBinding(
            new ServiceCollection().BuildServiceProvider(),
            context,
            new HubGroups(Join, Leave),
            new RecordingRecipients<TClient>(THub.Client, client, Record),
            NullLogger.Instance);
        _base.Bind(binding, THub.Contract);
    }

    /// <summary>The hub.</summary>
    public THub Hub { get; }

    /// <summary>Everything that the hub has sent, in order.</summary>
    public IReadOnlyList<SentMessage> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>The groups that the caller is in, in the order of joining.</summary>
    public IReadOnlyList<string> Groups
    {
        get
        {
            lock (_gate)
            {
                return [.. _groups];
            }
        }
    }

    /// <summary>Why the hub has kicked the caller; null if it has not.</summary>
    public string? KickReason { get; private set; }

    /// <summary>What was sent to one recipient, in order.</summary>
    /// <param name="recipient">As in <see cref="SentMessage.Recipient"/>.</param>
    /// <returns>The messages.</returns>
    public IReadOnlyList<SentMessage> SentTo(string recipient) => [.. Sent.Where(message => message.Recipient == recipient)];

    /// <summary>Runs the hub's <c>OnConnected</c>.</summary>
    /// <returns>Completes when the hub has.</returns>
    public ValueTask ConnectAsync() => _base.RunConnected();

    /// <summary>Ends the session, and runs the hub's <c>OnDisconnected</c>.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>Completes when the hub has.</returns>
    public async ValueTask DisconnectAsync(DisconnectReason reason = DisconnectReason.Left)
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _base.RunDisconnected(reason).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => _ended.Dispose();

    private void Record(SentMessage message)
    {
        lock (_gate)
        {
            _sent.Add(message);
        }
    }

    private void Join(string group)
    {
        lock (_gate)
        {
            if (!_groups.Contains(group))
            {
                _groups.Add(group);
            }
        }
    }

    private void Leave(string group)
    {
        lock (_gate)
        {
            _groups.Remove(group);
        }
    }
}

using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>A client with a line of its own that faults can be done to, and what its application is told.</summary>
internal sealed class FaultClient : IAsyncDisposable
{
    private readonly StepClock? _clock;

    private FaultClient(FaultProxy proxy, TypedSocketClient socket, StepClock? clock)
    {
        _clock = clock;
        Proxy = proxy;
        Socket = socket;
        Hub = socket.Hub<ICountHub>();
        Hub.On.Counted((number, _) =>
        {
            Counts.Add(number);
            return default;
        });
        Hub.On.Shouted((number, _) => Counts.Add(number));
        Hub.On.Glimpsed(number => Glimpses.Add(number));
        Hub.On.Priced((item, price) => Prices.Add((item, price)));
        Hub.On.Asked(async number => await Answer(number));
        socket.StateChanged += state => Events.Add(state.GetType().Name);
        socket.Resumed += _ => Events.Add("Resumed");
        socket.Gap += NoteGap;
        socket.NewSession += NoteNewSession;
    }

    public FaultProxy Proxy { get; }

    public TypedSocketClient Socket { get; }

    public HubClient<ICountHub> Hub { get; }

    /// <summary>The numbers that came from the server, in the order of their handling.</summary>
    public Record<int> Counts { get; } = new();

    public Record<int> Glimpses { get; } = new();

    public Record<(string Item, int Price)> Prices { get; } = new();

    public Record<Gap> Gaps { get; } = new();

    /// <summary>The client's states, "Resumed", "Gap" and "NewSession", in their order.</summary>
    public Record<string> Events { get; } = new();

    /// <summary>How the server's questions are answered.</summary>
    public Func<int, Task<int>> Answer { get; set; } = Task.FromResult;

    /// <summary>What the application does with a new session.</summary>
    public Func<Task> SetUp { get; set; } = () => Task.CompletedTask;

    /// <summary>Stands the client behind a proxy, without connecting.</summary>
    public static async Task<FaultClient> CreateAsync(
        FaultServer server, Action<TypedSocketClientOptions>? configure = null, TimeProvider? proxyTime = null, Func<Uri, TypedSocketClientOptions, TypedSocketClient>? create = null)
    {
        var proxy = await FaultProxy.StartAsync(server.Endpoint, time: proxyTime);
        var options = new TypedSocketClientOptions { ReconnectPolicy = new EagerPolicy() };
        configure?.Invoke(options);
        return new FaultClient(proxy, (create ?? ((address, chosen) => new TypedSocketClient(address, chosen)))(proxy.Address, options), options.TimeProvider as StepClock);
    }

    public static async Task<FaultClient> ConnectAsync(FaultServer server, Action<TypedSocketClientOptions>? configure = null, TimeProvider? proxyTime = null)
    {
        var client = await CreateAsync(server, configure, proxyTime);
        await client.Socket.ConnectAsync().WaitAsync(Limit.Long);
        return client;
    }

    /// <summary>Emits numbers, each when there is room for it.</summary>
    public async Task EmitAsync(int first, int last, byte[]? ballast = null)
    {
        for (var number = first; number <= last; number++)
        {
            await Hub.Emit.Count(number, ballast ?? Histories.Ballast);
        }
    }

    /// <summary>Goes there and back: whatever was sent twice by now has arrived twice.</summary>
    public async Task EchoAsync() => Assert.Equal(7, await Hub.Emit.Echo(7).WaitAsync(Limit.Long));

    /// <summary>Loses the line, and stays without one until <see cref="ComeBack"/>.</summary>
    public async Task GoAwayAsync(CutKind kind = CutKind.Reset)
    {
        Socket.NotifyNetworkUnavailable();
        var earlier = Events.CountOf("Reconnecting");
        if (kind == CutKind.Reset)
        {
            Proxy.ResetAll();
        }
        else
        {
            Proxy.CutAll();
        }

        await Events.UntilAsync("Reconnecting", earlier + 1);
    }

    public void ComeBack() => Socket.NotifyNetworkAvailable();

    /// <summary>Nothing but a lost line and its return may have shown.</summary>
    public void ExpectNoGap()
    {
        Assert.Empty(Gaps.Items);
        Assert.DoesNotContain("NewSession", Events.Items);
    }

    public async ValueTask DisposeAsync()
    {
        Proxy.Mend();

        // A socket that was given up may still wait, by the client's clock, for a farewell.
        var disposing = Socket.DisposeAsync().AsTask();
        await (_clock?.PassUntilAsync(disposing) ?? disposing);
        await Proxy.DisposeAsync();
    }

    private void NoteGap(Gap gap)
    {
        Events.Add("Gap");
        Gaps.Add(gap);
    }

    private async Task NoteNewSession(ReplacedSession session)
    {
        Events.Add("NewSession");
        await SetUp();
    }
}

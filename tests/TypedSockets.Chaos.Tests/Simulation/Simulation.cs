using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>
/// One run: a client, a server and the lines between them, on one thread, with a clock that stands still. The seed decides what happens next.
/// </summary>
internal sealed class Simulation : IDisposable
{
    private readonly List<(SimServerSession? Of, Action Run)> _later = [];
    private readonly List<(SimServerSession? Of, IThreadPoolWorkItem Work)> _work = [];
    private int _lines;

    public Simulation(long seed, Mutation mutation = Mutation.None, int remembered = 40)
    {
        History = new History(remembered);
        Mutation = mutation;
        Random = new SeededRandom(seed);
        Settings = new SimSettings(Random);
        Workload = new Workload(this);
        Server = new SimServer(this, epoch: 0);
        Client = new SimClient(this);
        Faults = new FaultInjector(this);
        Scheduler = new Scheduler(this);
    }

    public Mutation Mutation { get; }

    public SeededRandom Random { get; }

    public SimSettings Settings { get; }

    public VirtualTime Time { get; } = new();

    public History History { get; }

    public HistoryChecker Checker => History.Checker;

    public FrameWriter Writer { get; } = new();

    /// <summary>The run's own thread.</summary>
    public int Thread { get; } = Environment.CurrentManagedThreadId;

    public Workload Workload { get; }

    public FaultInjector Faults { get; }

    public Scheduler Scheduler { get; }

    public SimClient Client { get; }

    /// <summary>The server's process; another one after a crash.</summary>
    public SimServer Server { get; set; }

    /// <summary>All sessions of the server that there ever were.</summary>
    public List<SimServerSession> ServerSessions { get; } = [];

    public List<SimLine> Lines { get; } = [];

    /// <summary>Handlers that have not finished.</summary>
    public List<(TaskCompletionSource<int> Completion, int Message)> Unfinished { get; } = [];

    public bool HasLater => _later.Count > 0;

    public bool HasWork => _work.Count > 0;

    public void Note(Happening what, int a = 0, int b = 0) => History.Note(what, a, b);

    /// <summary>Does something soon, among other things: what another task of the program would do.</summary>
    public void Later(SimServerSession? of, Action run) => _later.Add((of, run));

    public void Schedule(IThreadPoolWorkItem work, SimServerSession? of) => _work.Add((of, work));

    public SimLine OpenLine()
    {
        var line = new SimLine(_lines++);
        line.Server = new ServerSocket(this, Server, line);
        Lines.Add(line);
        return line;
    }

    /// <summary>Does one of the things that were put off.</summary>
    public void RunLater()
    {
        var index = Random.Below(_later.Count);
        var (of, run) = _later[index];
        _later.RemoveAt(index);
        if (of is not { HasCrashed: true })
        {
            Note(Happening.LaterRun, index);
            run();
        }
    }

    /// <summary>Runs one of the work items that a thread pool would run.</summary>
    public void RunWork()
    {
        var index = Random.Below(_work.Count);
        var (of, work) = _work[index];
        _work.RemoveAt(index);
        if (of is not { HasCrashed: true })
        {
            work.Execute();
        }
    }

    /// <summary>Lets a handler finish.</summary>
    public void FinishHandler()
    {
        var index = Random.Below(Unfinished.Count);
        var (completion, message) = Unfinished[index];
        Unfinished.RemoveAt(index);
        Note(Happening.HandlerFinishedLate, message);
        completion.SetResult(message);
    }

    public void Advance(TimeSpan by)
    {
        Time.Advance(by);
        var now = Time.GetTimestamp();
        if (!Client.IsOver)
        {
            Client.Peer.Tick(now);
        }

        Server.Tick(now);
        for (var i = Lines.Count - 1; i >= 0; i--)
        {
            Lines[i].Client?.Tick(now);
            Lines[i].Server?.Tick(now);
        }
    }

    /// <summary>Ends whatever is left, so that every buffer is given back.</summary>
    public void Dispose()
    {
        Client.Peer.End("the run is over");
        _ = Client.Peer.Channels.StopAsync();
        foreach (var session in ServerSessions)
        {
            session.Peer.End("the run is over");
            _ = session.Peer.Channels.StopAsync();
        }

        Writer.Dispose();
    }
}

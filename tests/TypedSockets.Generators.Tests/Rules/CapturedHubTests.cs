namespace TypedSockets.Generators.Tests.Rules;

/// <summary>The rule against a hub's members in what outlives its handlers.</summary>
public class CapturedHubTests
{
    private const string Contract = """
        [SocketHub<IClient>] public partial interface IHub { void Watch(); }
        public interface IClient { void Changed(string value); }
        public sealed class Stocks { public event Action<string>? Changed; public static event Action? Closed; public void Raise() { Changed?.Invoke(""); Closed?.Invoke(); } }

        """;

    [Theory]
    [InlineData("Task.[|Run|](() => Clients.Caller.Changed(\"\"));")]
    [InlineData("_ = Task.[|Run|](async () => { await Task.Yield(); Clients.All.Changed(Context.ConnectionId); });")]
    [InlineData("_ = Task.[|Run|](() => this.Groups.Join(\"a\").AsTask());")]
    [InlineData("_ = Task.[|Run|](() => User.Identity);")]
    [InlineData("_ = Task.[|Run|](Tell);")]
    [InlineData("_ = Task.[|Run|](() => Tell());")]
    [InlineData("_ = Task.[|Run|](() => { void Inner() => Tell(); Inner(); });")]
    [InlineData("void Inner() => Clients.All.Changed(\"\"); _ = Task.[|Run|](Inner);")]
    [InlineData("Task.Factory.[|StartNew|](() => Clients.All.Changed(\"\"));")]
    [InlineData("Task.[|Run|](() => Clients.All.Changed(\"\")).ContinueWith(_ => Console.WriteLine(), TaskScheduler.Default);")]
    [InlineData("Task.Delay(5).[|ContinueWith|](_ => Clients.All.Changed(\"\"), TaskScheduler.Default);")]
    [InlineData("Task.Factory.[|StartNew|](async () => { await Task.Yield(); Tell(); }).Unwrap();")]
    [InlineData("ThreadPool.[|QueueUserWorkItem|](_ => Clients.All.Changed(\"\"));")]
    [InlineData("new [|Thread|](() => Clients.All.Changed(\"\")).Start();")]
    [InlineData("var timer = new [|Timer|](_ => Clients.All.Changed(\"\"), null, 0, 1000); timer.Change(0, 5);")]
    [InlineData("_kept = new [|Timer|](_ => Tell(), null, 0, 1000);")]
    [InlineData("_kept = [|new|](_ => Tell(), null, 0, 1000);")]
    [InlineData("_kept = TimeProvider.System.[|CreateTimer|](_ => Tell(), null, default, default);")]
    [InlineData("[|stocks.Changed|] += value => Clients.Caller.Changed(value);")]
    [InlineData("[|stocks.Changed|] += OnChanged;")]
    [InlineData("[|Stocks.Closed|] += Tell;")]
    public void What_outlives_a_handler_and_uses_the_hub_is_reported(string body) => Rule.Reports("TSKT4004", Hub(body));

    [Theory]
    [InlineData("var caller = Clients.Caller; _ = Task.Run(() => caller.Changed(\"\"));")]
    [InlineData("var id = Context.ConnectionId; _ = Task.Run(() => Console.WriteLine(id));")]
    [InlineData("_ = Task.Run(() => Console.WriteLine(_kept));")]
    [InlineData("_serving = Task.Run(() => Clients.All.Changed(\"\"));")]
    [InlineData("var work = Task.Run(() => Clients.All.Changed(\"\")); _serving = work;")]
    [InlineData("new List<string>().ForEach(name => Clients.Caller.Changed(name));")]
    [InlineData("using var timer = new Timer(_ => Tell(), null, 0, 1000); timer.Change(0, 5);")]
    [InlineData("var own = new Stocks(); own.Changed += OnChanged; own.Raise();")]
    [InlineData("Said += OnChanged;")]
    public void What_ends_with_the_handler_or_does_not_use_the_hub_is_not_reported(string body) => Rule.Accepts(Hub(body));

    [Theory]
    [InlineData("public async Task Do() { await Task.Run(() => Clients.All.Changed(\"\")); await Task.Run(Tell).ConfigureAwait(false); }")]
    [InlineData("public Task Do() => Task.Run(() => Clients.All.Changed(\"\"));")]
    [InlineData("public Task Do() { return Task.Run(Tell); }")]
    [InlineData("public void Do() => stocks.Changed += OnChanged; protected override ValueTask OnDisconnected(DisconnectReason reason) { stocks.Changed -= OnChanged; return default; }")]
    [InlineData("private Timer? _own; public void Do() => _own = new Timer(_ => Tell(), null, 0, 9); protected override ValueTask OnDisconnected(DisconnectReason reason) { _own?.Dispose(); return default; }")]
    [InlineData("private Timer? _own; public void Do() => _own ??= new Timer(_ => Tell(), null, 0, 9); protected override ValueTask OnDisconnected(DisconnectReason reason) => _own!.DisposeAsync();")]
    [InlineData("private readonly System.Timers.Timer _own = new(); public void Do() => _own.Elapsed += (_, _) => Tell(); protected override ValueTask OnDisconnected(DisconnectReason reason) { _own.Dispose(); return default; }")]
    public void What_the_hub_waits_for_or_ends_is_not_reported(string members) => Rule.Accepts(Hub("", members));

    [Fact]
    public void What_is_no_hub_class_may_capture_what_it_likes() => Rule.Accepts(Contract + """
        public sealed class Watcher(ISocketHubContext<IHub, IClient> clients)
        {
            private ISocketHubContext<IHub, IClient> Clients => clients;
            public void Watch(Stocks stocks) => stocks.Changed += value => Clients.All.Changed(value);
        }
        """);

    [Fact]
    public void The_message_names_the_way_out()
    {
        var report = Assert.Single(new Compiling.GeneratorFixture().Run(Hub("_ = Task.Run(Tell);")).Analyze());
        Assert.Equal(
            "What is given to \"Task.Run\" uses \"Clients\" of \"Hub\" beside and after its handlers; inject ISocketHubContext<IHub, IClient> and use that, "
            + "with values that were read in the handler, or await the work",
            report.GetMessage(null));
    }

    private static string Hub(string body, string members = "") => Contract + $$"""
        #pragma warning disable CS0649
        public sealed class Hub(Stocks stocks) : SocketHub<IClient>, IHub
        {
            private IDisposable? _kept;
            private Task? _serving;
            public event Action<string>? Said;
            public void Watch() { {{body}} }
            private void Tell() => Clients.All.Changed("");
            private void OnChanged(string value) => Tell();
            public override string ToString() => $"{_kept}{_serving}{Said}{stocks}";
            {{members}}
        }
        """.Replace("private IDisposable? _kept;", body.Contains("[|new|]", StringComparison.Ordinal) ? "private Timer? _kept;" : "private IDisposable? _kept;", StringComparison.Ordinal);
}

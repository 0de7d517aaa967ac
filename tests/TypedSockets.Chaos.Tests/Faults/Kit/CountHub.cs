namespace TypedSockets.Chaos.Tests.Faults.Kit;

public sealed class CountHub(Ledger ledger) : SocketHub<ICountClient>, ICountHub
{
    public ValueTask Count(int number, byte[] ballast)
    {
        ledger.Counts.Add(number);
        return default;
    }

    public Task<int> Once() => ledger.RunAsync();

    public Task<int> Echo(int number) => Task.FromResult(number);

    public ValueTask Fail() => throw new InvalidOperationException("the handler fails on purpose");

    public async ValueTask HoldUp() => await ledger.WaitAtGateAsync();

    public async Task<int> AskBack(int number) => await Clients.Caller.Asked(number);

    public async ValueTask AskAside(int number) => ledger.Answers.Add(await Clients.Caller.Asked(number));

    public ValueTask<string> Id() => new(Context.ConnectionId);

    protected override ValueTask OnConnected() => Note("connected");

    protected override ValueTask OnPaused() => Note("paused");

    protected override ValueTask OnResumed() => Note("resumed");

    protected override ValueTask OnDisconnected(DisconnectReason reason) => Note($"disconnected {reason}");

    private ValueTask Note(string life)
    {
        ledger.Lives.Add(life);
        return default;
    }
}

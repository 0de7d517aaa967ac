namespace TypedSockets.Integration.Tests.Kit;

public sealed class ProbeHub(Probe probe) : SocketHub<IProbeClient>, IProbeHub
{
    private int _calls;

    public void Note(int number)
    {
        _calls++;
        probe.Notes.Writer.TryWrite(number);
    }

    public async ValueTask NoteLater(int number)
    {
        await Task.Yield();
        probe.Notes.Writer.TryWrite(number);
    }

    public Task<int> Add(int left, int right) => Task.FromResult(left + right);

    public ValueTask Fail(string secret) => throw new InvalidOperationException($"the secret is {secret}");

    public async ValueTask<string> Block(CancellationToken cancel)
    {
        probe.Blocked.TrySetResult();
        try
        {
            await probe.Unblock.Task.WaitAsync(cancel);
            return "unblocked";
        }
        catch (OperationCanceledException)
        {
            probe.Happened.Writer.TryWrite("cancelled");
            throw;
        }
    }

    public async Task<int> Overtake(int number)
    {
        if (number == 1)
        {
            probe.Blocked.TrySetResult();
            await probe.Unblock.Task;
        }

        return number;
    }

    public ValueTask<bool> AskMe(string question) => Clients.Caller.Confirm(question);

    public ValueTask Join(string group) => Groups.Join(group);

    public ValueTask Leave(string group) => Groups.Leave(group);

    public void Tell(string whom, int number)
    {
        var name = whom[(whom.IndexOf(':') + 1)..];
        var recipients = whom[..Math.Max(0, whom.IndexOf(':'))] switch
        {
            "group" => Clients.Group(name),
            "groups" => Clients.Groups(name.Split(',')),
            "othersInGroup" => Clients.OthersInGroup(name),
            "user" => Clients.User(name),
            "except" => Clients.AllExcept(name),
            "others" => Clients.Others,
            _ => Clients.All,
        };
        recipients.Told(number);
    }

    public ValueTask<string> Who() => new($"{Context.ConnectionId}|{User.Identity?.Name}|{_calls}|{Context.Request.Path}");

    protected override async ValueTask OnConnected()
    {
        if (probe.OnConnecting is { } connecting)
        {
            await connecting();
        }
    }

    protected override ValueTask OnDisconnected(DisconnectReason reason)
    {
        probe.Happened.Writer.TryWrite($"disconnected {reason}");
        return default;
    }
}

using TypedSockets.Connections;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What has happened in a run: the messages with their fates, what the client was told, and the last steps as text.</summary>
/// <param name="remembered">How many steps are remembered.</param>
internal sealed class History(int remembered)
{
    private readonly (Happening What, int A, int B)[] _last = new (Happening, int, int)[remembered];
    private long _steps;
    private ulong _hash = 14695981039346656037UL;

    public List<SimMessage> Messages { get; } = [];

    public List<ToldGap> Gaps { get; } = [];

    /// <summary>How often each thing has happened.</summary>
    public int[] Counts { get; } = new int[Enum.GetValues<Happening>().Length];

    /// <summary>The same for the same history.</summary>
    public ulong Hash => _hash;

    /// <summary>Which of its sessions the client is in.</summary>
    public int ClientSession { get; set; } = -1;

    public HistoryChecker Checker { get; init; } = new();

    public void Note(Happening what, int a = 0, int b = 0)
    {
        Counts[(int)what]++;
        _last[_steps++ % remembered] = (what, a, b);
        unchecked
        {
            _hash = (_hash ^ (uint)what) * 1099511628211UL;
            _hash = (_hash ^ (uint)a) * 1099511628211UL;
            _hash = (_hash ^ (uint)b) * 1099511628211UL;
        }
    }

    public void Numbered(SimMessage message, long number)
    {
        message.Number = number;
        message.NumberedIn = message.From is { } session ? session.ClientSession : ClientSession;
        Note(Happening.Numbered, message.Id, (int)number);
    }

    public void Dropped(SimMessage message, DropReason reason)
    {
        Note(Happening.DroppedFull + (int)reason, message.Id);
        Checker.Dropped(message, reason);

        // What a server's session drops when it ends is known to nobody but its client, by the gap.
        message.Dropped = message.From is not null && reason == DropReason.Disposed ? null : reason;
    }

    public void Handled(int id, SimServerSession? at)
    {
        Note(Happening.HandlerStarted, id, at?.Id ?? -1);
        Checker.Handled(Messages[id], at);

        // A call's handler hands in an answer.
        if (at is not null && Messages[id].IsCall)
        {
            at.Handed++;
        }
    }

    public void CallEnded(SimMessage call, Exception? failure)
    {
        Note(
            failure switch
            {
                null => Happening.CallAnswered,
                NotDeliveredException => Happening.CallNotDelivered,
                OutcomeUnknownException => Happening.CallUnknown,
                SocketTimeoutException => Happening.CallTimedOut,
                BufferFullException => Happening.CallFull,
                _ => Happening.CallFailed,
            },
            call.Id);
        Checker.CallEnded(call, failure);
        if (failure is SocketTimeoutException && call.From is { } session)
        {
            // Its cancellation is one more message.
            session.Handed++;
        }
    }

    /// <summary>The last steps, oldest first.</summary>
    public string Tail()
    {
        var lines = new List<string>();
        for (var i = Math.Max(0, _steps - remembered); i < _steps; i++)
        {
            var (what, a, b) = _last[i % remembered];
            lines.Add($"  {i,5}  {what} {a} {b}");
        }

        return string.Join('\n', lines);
    }
}

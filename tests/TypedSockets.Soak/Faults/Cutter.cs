using TypedSockets.Testing;

namespace TypedSockets.Soak.Faults;

/// <summary>Cuts one connection after the other, in the middle of whatever it carries, several times a second.</summary>
public sealed class Cutter(FaultProxy proxy, Random random)
{
    // From the middle of a frame's header to the middle of a replay. Rarely more: it would take too long until it is due.
    private static readonly int[] Ranges = [64, 1024, 64 * 1024, 512 * 1024];
    private static readonly TimeSpan Due = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);
    private const int LongestPause = 350;

    private int _before;

    /// <summary>How many connections were cut, as far as their clients have dialled again: nothing else makes them do so.</summary>
    public int Cuts => proxy.Accepted - _before;

    /// <summary>Cuts until it is cancelled. All clients are connected when it begins.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        _before = proxy.Accepted;
        try
        {
            while (true)
            {
                await CutAsync(cancel);
                await Task.Delay(random.Next(LongestPause), cancel);
            }
        }
        catch (OperationCanceledException)
        {
            proxy.Mend();
        }
    }

    private async Task CutAsync(CancellationToken cancel)
    {
        var accepted = proxy.Accepted;
        var direction = random.Next(2) == 0 ? FaultDirection.ToServer : FaultDirection.ToClient;
        var kind = random.Next(2) == 0 ? CutKind.Reset : CutKind.Close;
        proxy.CutAfter(direction, random.Next(Ranges[random.Next(Ranges.Length)]), kind);

        // A direction that carries little is left: the plan stays in force and is met later, or replaced.
        var planned = TimeProvider.System.GetTimestamp();
        while (proxy.Accepted == accepted && TimeProvider.System.GetElapsedTime(planned) < Due)
        {
            await Task.Delay(Poll, cancel);
        }
    }
}

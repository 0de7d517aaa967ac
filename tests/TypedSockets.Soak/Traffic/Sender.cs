namespace TypedSockets.Soak.Traffic;

/// <summary>Sends the messages of a flow one after the other, as fast as they are taken.</summary>
public static class Sender
{
    /// <param name="traffic">Whose gate holds and ends the sender, and what its failure is told to.</param>
    /// <param name="flow">Gives out the numbers.</param>
    /// <param name="send">Sends the message of a number; completes when the next one may follow.</param>
    /// <param name="ended">Ends the sender too.</param>
    public static async Task RunAsync(SoakTraffic traffic, Flow flow, Func<long, ValueTask> send, CancellationToken ended = default)
    {
        // Off the caller's stack, because a send that never waits never gives it back.
        await Task.Yield();
        try
        {
            while (!ended.IsCancellationRequested && await traffic.Gate.PassAsync())
            {
                await send(flow.Next());
            }
        }
        catch (Exception error)
        {
            traffic.Faults.Enqueue($"a sender has failed: {error.GetType().Name}: {error.Message}");
        }
    }
}

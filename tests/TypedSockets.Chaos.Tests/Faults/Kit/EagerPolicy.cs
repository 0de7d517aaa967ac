namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>Dials again at once, and a little later if that fails: no test waits for a delay.</summary>
internal sealed class EagerPolicy : IReconnectPolicy
{
    public TimeSpan? Next(RetryContext context) => context.LastError is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(1);
}

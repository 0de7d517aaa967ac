namespace TypedSockets.Soak.Client;

/// <summary>Dials again after 5 to 20 ms, or as late as the server asks, for ever. Used by one client.</summary>
public sealed class PromptReconnect(Random random) : IReconnectPolicy
{
    public TimeSpan? Next(RetryContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var delay = TimeSpan.FromMilliseconds(5 + (15 * random.NextDouble()));
        return context.ServerRetryAfter is { } asked && asked > delay ? asked : delay;
    }
}

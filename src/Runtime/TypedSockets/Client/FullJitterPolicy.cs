namespace TypedSockets;

/// <summary>
/// Waits a random time from 0 to a limit that doubles with every attempt, and never gives up: clients that have lost the same server do not all return in
/// the same moment. Thread-safe.
/// </summary>
public sealed class FullJitterPolicy : IReconnectPolicy
{
    private readonly Func<double> _random;

    /// <summary>Creates a policy.</summary>
    /// <param name="random">A random number from 0 to 1, for tests. Default: <see cref="Random.Shared"/>.</param>
    public FullJitterPolicy(Func<double>? random = null) => _random = random ?? Random.Shared.NextDouble;

    /// <summary>The limit of the first delay: most lost lines are back at once. Default 250 ms.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The limit of the second delay, which then doubles. Default 1 s.</summary>
    public TimeSpan Second { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The limit that is never exceeded. Default 30 s.</summary>
    public TimeSpan Max { get; init; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public TimeSpan? Next(RetryContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var limit = context.Attempt <= 1 ? First : Second * Math.Pow(2, Math.Min(context.Attempt - 2, 30));
        var delay = _random() * (limit < Max ? limit : Max);
        return context.ServerRetryAfter is { } asked && asked > delay ? asked : delay;
    }
}

namespace TypedSockets.Tests.Client;

public sealed class FullJitterPolicyTests
{
    [Theory]
    [InlineData(1, 250)]
    [InlineData(2, 1000)]
    [InlineData(3, 2000)]
    [InlineData(6, 16_000)]
    [InlineData(7, 30_000)]
    [InlineData(1000, 30_000)]
    [InlineData(int.MaxValue, 30_000)]
    public void The_delay_is_at_most_a_limit_that_doubles_up_to_30_seconds(int attempt, int limit)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(limit), Next(1.0, attempt));
        Assert.Equal(TimeSpan.FromMilliseconds(limit / 2.0), Next(0.5, attempt));
        Assert.Equal(TimeSpan.Zero, Next(0.0, attempt));
    }

    [Fact]
    public void The_delays_of_many_clients_are_spread_over_the_whole_range()
    {
        var policy = new FullJitterPolicy();
        var delays = Enumerable.Range(0, 2000).Select(_ => policy.Next(Context(3, null))!.Value.TotalMilliseconds).ToList();
        Assert.All(delays, delay => Assert.InRange(delay, 0, 2000));
        for (var quarter = 0; quarter < 4; quarter++)
        {
            Assert.InRange(delays.Count(delay => (int)(delay / 500.001) == quarter), 350, 650);
        }
    }

    [Theory]
    [InlineData(0.0, 5000, 5000)]
    [InlineData(1.0, 5000, 5000)]
    [InlineData(1.0, 100, 250)]
    [InlineData(0.0, 3_600_000, 3_600_000)]
    public void What_the_server_asks_for_is_the_least(double random, int asked, int expected) =>
        Assert.Equal(TimeSpan.FromMilliseconds(expected), new FullJitterPolicy(() => random).Next(Context(1, TimeSpan.FromMilliseconds(asked))));

    [Fact]
    public void The_limits_can_be_chosen()
    {
        var policy = new FullJitterPolicy(() => 1.0) { First = TimeSpan.FromSeconds(9), Second = TimeSpan.FromSeconds(2), Max = TimeSpan.FromSeconds(5) };
        Assert.Equal([5, 2, 4, 5, 5], Enumerable.Range(1, 5).Select(attempt => policy.Next(Context(attempt, null))!.Value.TotalSeconds));
    }

    private static TimeSpan? Next(double random, int attempt) => new FullJitterPolicy(() => random).Next(Context(attempt, null));

    private static RetryContext Context(int attempt, TimeSpan? asked) => new(attempt, TimeSpan.Zero, LastError: null, CloseCode: null, asked);
}

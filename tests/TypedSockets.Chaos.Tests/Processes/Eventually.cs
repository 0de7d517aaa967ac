namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>Waits for what must happen in other processes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    /// <summary>After how long it is said that it did not happen. Much longer than it takes, because the machine may have other work.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(90);

    /// <param name="happened">Whether it has happened.</param>
    /// <param name="what">What is waited for, and how far it is, for the failure's text.</param>
    public static async Task UntilAsync(Func<bool> happened, Func<string> what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Limit, what());
            await Task.Delay(Poll);
        }
    }
}

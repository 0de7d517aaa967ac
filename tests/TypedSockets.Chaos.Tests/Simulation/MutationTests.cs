namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Mistakes that the checker must see, so that its silence means something.</summary>
[Collection("Simulation")]
public sealed class MutationTests
{
    [Theory]
    [InlineData(nameof(Mutation.IgnoreFence), "a session was lost without a cause: PositionMismatch")]
    [InlineData(nameof(Mutation.FounderIgnoresFence), "a session was lost without a cause: Superseded")]
    [InlineData(nameof(Mutation.ReadOldSocket), "")]
    [InlineData(nameof(Mutation.HideHole), "")]
    [InlineData(nameof(Mutation.ReportNoGap), "0 gaps")]
    [InlineData(nameof(Mutation.ForgetTombstones), "")]
    [InlineData(nameof(Mutation.RemoveBeforeSeal), " gap")]
    [InlineData(nameof(Mutation.NameOneLess), "0 gaps name it")]
    [InlineData(nameof(Mutation.HandleTwice), "handled twice")]
    public void A_mistake_is_seen(string mutation, string invariant)
    {
        // One thread, so that it is always the same seed that shows the mistake first.
        var campaign = new Campaign(seeds: 50_000, threads: 1, first: 1, Enum.Parse<Mutation>(mutation));

        campaign.Run();

        Assert.NotNull(campaign.Failure);
        Assert.Contains(invariant, campaign.Failure.Violation, StringComparison.Ordinal);
    }
}

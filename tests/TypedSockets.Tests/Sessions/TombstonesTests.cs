using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class TombstonesTests
{
    private readonly Tombstones _tombstones = new();

    [Fact]
    public void A_session_that_never_ended_is_not_found() => Assert.Null(_tombstones.Find(Guid.NewGuid()));

    [Fact]
    public void They_are_forgotten_when_their_own_time_is_over()
    {
        Add(1, forgetAt: 10);
        Add(2, forgetAt: 20);
        _tombstones.Forget(TimeSpan.FromSeconds(9.9));
        Assert.NotNull(Find(1));
        _tombstones.Forget(TimeSpan.FromSeconds(10));
        Assert.Null(Find(1));
        Assert.Equal(2, Find(2)!.Numbered);
        _tombstones.Forget(TimeSpan.FromSeconds(20));
        Assert.Null(Find(2));
    }

    [Fact]
    public void Of_more_than_262144_the_oldest_is_forgotten_early()
    {
        var credentials = TestSessions.Credentials(0);
        _tombstones.Add(new Tombstone(credentials, GapReason.Ended, 0, TimeSpan.MaxValue));
        for (var number = 1; number < 262_144; number++)
        {
            Add(number, forgetAt: 1000);
        }

        Assert.NotNull(_tombstones.Find(credentials.Id));
        Add(262_144, forgetAt: 1000);
        Assert.Null(_tombstones.Find(credentials.Id));
        Assert.NotNull(Find(1));
        Assert.NotNull(Find(262_144));
    }

    private Tombstone? Find(int number) => _tombstones.Find(TestSessions.Credentials(number).Id);

    private void Add(int number, int forgetAt) =>
        _tombstones.Add(new Tombstone(TestSessions.Credentials(number), GapReason.Ended, number, TimeSpan.FromSeconds(forgetAt)));
}

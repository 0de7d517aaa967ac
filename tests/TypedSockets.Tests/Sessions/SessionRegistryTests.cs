using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>Which claims to a session are good.</summary>
public sealed class SessionRegistryTests
{
    private static readonly SessionClaim<string> Unknown = new(SessionClaimOutcome.Lost);

    private readonly SessionRegistry<string> _registry = new(TestSessions.Limits);

    [Fact]
    public void An_unknown_id_may_found_a_session_if_its_client_has_seen_no_welcome() =>
        Assert.Equal(new SessionClaim<string>(SessionClaimOutcome.MayCreate), Claim(1, create: true));

    [Fact]
    public void An_unknown_id_whose_client_has_seen_a_welcome_is_lost_for_an_unknown_reason()
    {
        Assert.Equal(Unknown, Claim(1, create: false));
        Assert.Equal((GapReason.Unknown, -1L, null), (Unknown.Reason, Unknown.Numbered, Unknown.Session));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wrong_secret_gets_the_answer_of_an_unknown_id(bool create)
    {
        _registry.Add(1);
        Assert.Equal(Unknown, Claim(1, create, attempt: 9, secret: 2));
        Assert.True(_registry.IsCurrent(TestSessions.Credentials(1).Id, attempt: 1));
    }

    [Fact]
    public void A_wrong_secret_says_nothing_of_whose_session_it_is()
    {
        _registry.Add(1, userId: "ann");
        Assert.Equal(Unknown, Claim(1, userId: "bob", secret: 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_right_secret_of_an_ended_session_is_told_why_and_how_much_was_numbered(bool create)
    {
        _registry.Remove(_registry.Add(1), GapReason.Evicted, numbered: 77, TimeSpan.Zero);
        Assert.Equal(new SessionClaim<string>(SessionClaimOutcome.Lost, Reason: GapReason.Evicted, Numbered: 77), Claim(1, create, attempt: 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wrong_secret_of_an_ended_session_gets_the_answer_of_an_unknown_id(bool create)
    {
        _registry.Remove(_registry.Add(1), GapReason.Evicted, numbered: 77, TimeSpan.Zero);
        Assert.Equal(Unknown, Claim(1, create, attempt: 2, secret: 2));
    }

    [Theory]
    [InlineData("ann", "bob")]
    [InlineData("ann", "Ann")]
    [InlineData("ann", null)]
    [InlineData(null, "ann")]
    public void Another_user_than_the_sessions_own_may_not_resume_it(string? owner, string? other)
    {
        _registry.Add(1, owner);
        Assert.Equal(SessionClaimOutcome.OtherUser, Claim(1, attempt: 2, userId: other).Outcome);
        Assert.Equal(SessionClaimOutcome.Resume, Claim(1, attempt: 2, userId: owner).Outcome);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void An_earlier_or_equal_dial_is_stale(uint attempt)
    {
        _registry.Add(1, attempt: 5);
        Assert.Equal(SessionClaimOutcome.Stale, Claim(1, attempt: attempt).Outcome);
        Assert.True(_registry.IsCurrent(TestSessions.Credentials(1).Id, attempt: 5));
    }

    [Fact]
    public void A_later_dial_resumes_and_keeps_earlier_ones_out()
    {
        _registry.Add(1, attempt: 5);
        var claim = Claim(1, attempt: 8);
        Assert.Equal((SessionClaimOutcome.Resume, "session 1"), (claim.Outcome, claim.Session));
        Assert.Equal(SessionClaimOutcome.Stale, Claim(1, attempt: 8).Outcome);
        Assert.Equal(SessionClaimOutcome.Stale, Claim(1, attempt: 7).Outcome);
        Assert.Equal(SessionClaimOutcome.Resume, Claim(1, attempt: 9).Outcome);
    }

    [Fact]
    public void A_client_that_has_seen_no_welcome_resumes_what_its_lost_dial_has_founded()
    {
        _registry.Add(1, attempt: 1);
        Assert.Equal(SessionClaimOutcome.Resume, Claim(1, create: true, attempt: 2).Outcome);
    }

    [Fact]
    public void A_dial_is_current_until_a_later_one_claims_the_session_or_it_ends()
    {
        var entry = _registry.Add(1, attempt: 1);
        Claim(1, attempt: 2);
        Assert.False(_registry.IsCurrent(entry.Credentials.Id, attempt: 1));
        Assert.True(_registry.IsCurrent(entry.Credentials.Id, attempt: 2));
        _registry.Remove(entry, GapReason.Ended, numbered: 0, TimeSpan.Zero);
        Assert.False(_registry.IsCurrent(entry.Credentials.Id, attempt: 2));
    }

    [Fact]
    public void Of_two_dials_that_found_the_same_session_one_does()
    {
        Assert.Equal(SessionClaimOutcome.MayCreate, Claim(1, create: true, attempt: 1).Outcome);
        Assert.Equal(SessionClaimOutcome.MayCreate, Claim(1, create: true, attempt: 2).Outcome);
        var first = TestSessions.Entry(1, attempt: 2);
        Assert.True(_registry.TryAdd(first));
        Assert.False(_registry.TryAdd(TestSessions.Entry(1, attempt: 1)));
        Assert.Equal(SessionClaimOutcome.Stale, Claim(1, create: true, attempt: 1).Outcome);
        Assert.Equal([first.Session], _registry.Sessions());
    }

    [Fact]
    public void A_session_that_was_founded_and_has_ended_since_the_claim_is_not_founded_again()
    {
        Assert.Equal(SessionClaimOutcome.MayCreate, Claim(1, create: true).Outcome);
        _registry.Remove(_registry.Add(1), GapReason.Ended, numbered: 3, TimeSpan.Zero);
        Assert.False(_registry.TryAdd(TestSessions.Entry(1)));
        Assert.Equal(GapReason.Ended, Claim(1, create: true).Reason);
        Assert.Equal(0, _registry.Count);
    }

    [Fact]
    public async Task Many_dials_at_once_found_one_session_each()
    {
        for (var number = 0; number < 200; number++)
        {
            var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _registry.TryAdd(TestSessions.Entry(number)))));
            Assert.Single(added, true);
        }

        Assert.Equal(200, _registry.Count);
    }

    [Fact]
    public void An_ended_session_is_remembered_for_5_minutes_and_not_longer()
    {
        var ended = TimeSpan.FromMinutes(10);
        _registry.Remove(_registry.Add(1), GapReason.Overflow, numbered: 5, ended);
        _registry.Sweep(ended + TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1), _ => 0);
        Assert.Equal(GapReason.Overflow, Claim(1, create: true).Reason);
        Assert.False(_registry.TryAdd(TestSessions.Entry(1)));
        _registry.Sweep(ended + TimeSpan.FromMinutes(5), _ => 0);
        Assert.Equal(SessionClaimOutcome.MayCreate, Claim(1, create: true).Outcome);
        Assert.Equal(Unknown, Claim(1, create: false));
    }

    [Fact]
    public void A_session_that_ends_twice_is_remembered_by_its_first_reason()
    {
        var entry = _registry.Add(1);
        _registry.Remove(entry, GapReason.Overflow, numbered: 5, TimeSpan.Zero);
        _registry.Remove(entry, GapReason.Drained, numbered: 6, TimeSpan.Zero);
        Assert.Equal((GapReason.Overflow, 5L), (Claim(1).Reason, Claim(1).Numbered));
    }

    private SessionClaim<string> Claim(int number, bool create = false, uint attempt = 1, string? userId = null, int? secret = null) =>
        _registry.Claim(TestSessions.Credentials(number, secret), userId, attempt, create);
}

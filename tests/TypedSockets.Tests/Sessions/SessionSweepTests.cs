using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>Which waiting sessions are given up, and when.</summary>
public sealed class SessionSweepTests
{
    [Fact]
    public void A_session_waits_for_the_window_and_not_longer()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits);
        registry.Wait(registry.Add(1), TimeSpan.FromSeconds(100));
        Assert.Empty(registry.Sweep(TimeSpan.FromSeconds(219.9), _ => 0));
        Assert.Equal([("session 1", GapReason.Expired)], registry.Sweep(TimeSpan.FromSeconds(220), _ => 0));
    }

    [Fact]
    public void A_session_with_a_socket_is_never_given_up()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits with { Budget = 0, PerAddress = 0 });
        registry.Add(1);
        Assert.Empty(registry.Sweep(TimeSpan.FromDays(100), _ => 1_000_000));
    }

    [Fact]
    public void A_session_that_has_a_socket_again_waits_no_more()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits);
        var entry = registry.Add(1);
        registry.Wait(entry, TimeSpan.Zero);
        registry.StopWaiting(entry);
        registry.StopWaiting(entry);
        Assert.Empty(registry.Sweep(TimeSpan.FromHours(1), _ => 0));
        registry.Wait(entry, TimeSpan.FromHours(1));
        Assert.Empty(registry.Sweep(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(119), _ => 0));
        Assert.Single(registry.Sweep(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(120), _ => 0));
    }

    [Fact]
    public void Waiting_again_does_not_start_the_window_again()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits);
        var entry = registry.Add(1);
        registry.Wait(entry, TimeSpan.Zero);
        registry.Wait(entry, TimeSpan.FromSeconds(60));
        Assert.Single(registry.Sweep(TimeSpan.FromSeconds(120), _ => 0));
    }

    [Fact]
    public void A_session_that_is_to_end_stays_until_it_is_removed()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits);
        var entry = registry.Add(1);
        registry.Wait(entry, TimeSpan.Zero);
        registry.Sweep(TimeSpan.FromMinutes(2), _ => 0);
        Assert.Single(registry.Sweep(TimeSpan.FromMinutes(2), _ => 0));
        registry.Remove(entry, GapReason.Expired, numbered: 0, TimeSpan.FromMinutes(2));
        Assert.Empty(registry.Sweep(TimeSpan.FromMinutes(3), _ => 0));
    }

    [Fact]
    public void A_session_that_has_ended_does_not_begin_to_wait()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits);
        var entry = registry.Add(1);
        registry.Remove(entry, GapReason.Ended, numbered: 0, TimeSpan.Zero);
        registry.Wait(entry, TimeSpan.Zero);
        Assert.Empty(registry.Sweep(TimeSpan.FromHours(1), _ => 0));
    }

    [Fact]
    public void Beyond_the_budget_those_that_wait_longest_go_first()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits with { Budget = 3 * (1000 + ResumeLimits.BaseBytes) });
        foreach (var number in new[] { 3, 1, 4, 2, 5 })
        {
            registry.Wait(registry.Add(number), TimeSpan.FromSeconds(number));
        }

        Assert.Equal(["session 1", "session 3"], registry.Sweep(TimeSpan.FromSeconds(10), _ => 1000).Select(over => over.Session).Order());
        Assert.All(registry.Sweep(TimeSpan.FromSeconds(10), _ => 1000), over => Assert.Equal(GapReason.Evicted, over.Reason));
    }

    [Fact]
    public void A_session_costs_something_even_if_its_outbox_is_empty()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits with { Budget = 2 * ResumeLimits.BaseBytes });
        for (var number = 0; number < 3; number++)
        {
            registry.Wait(registry.Add(number), TimeSpan.Zero);
        }

        Assert.Equal([("session 0", GapReason.Evicted)], registry.Sweep(TimeSpan.Zero, _ => 0));
    }

    [Fact]
    public void Each_user_has_only_so_many_waiting_sessions_wherever_they_came_from()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits with { PerUser = 2 });
        for (var number = 0; number < 8; number++)
        {
            registry.Wait(registry.Add(number, userId: number % 2 == 0 ? "ann" : "bob"), TimeSpan.Zero);
        }

        Assert.Equal(["session 0", "session 1", "session 2", "session 3"], registry.Sweep(TimeSpan.Zero, _ => 0).Select(over => over.Session).Order());
    }

    [Fact]
    public void Each_address_has_only_so_many_waiting_sessions_without_a_user()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits with { PerUser = 1, PerAddress = 2 });
        for (var number = 0; number < 6; number++)
        {
            registry.Wait(registry.Add(number, owner: number % 2 == 0 ? "10.0.0.1" : "10.0.0.2"), TimeSpan.Zero);
        }

        Assert.Equal(["session 0", "session 1"], registry.Sweep(TimeSpan.Zero, _ => 0).Select(over => over.Session).Order());
    }

    [Fact]
    public void One_users_many_sessions_do_not_use_up_the_budget_of_the_others()
    {
        var registry = new SessionRegistry<string>(TestSessions.Limits with { PerUser = 2, Budget = 4 * ResumeLimits.BaseBytes });
        registry.Wait(registry.Add(0, userId: "ann"), TimeSpan.Zero);
        for (var number = 1; number < 10; number++)
        {
            registry.Wait(registry.Add(number, userId: "bob"), TimeSpan.Zero);
        }

        var over = registry.Sweep(TimeSpan.Zero, _ => 0).Select(over => over.Session).Order();
        Assert.Equal(Enumerable.Range(1, 7).Select(number => $"session {number}"), over);
    }
}

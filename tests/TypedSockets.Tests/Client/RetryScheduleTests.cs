using Microsoft.Extensions.Time.Testing;
using TypedSockets.Client;

namespace TypedSockets.Tests.Client;

public sealed class RetryScheduleTests
{
    private static readonly Uri Address = new("ws://test/");

    private readonly FakeTimeProvider _time = new();
    private readonly NotedPolicy _policy = new();
    private readonly RetrySchedule _schedule;

    public RetryScheduleTests() => _schedule = new RetrySchedule(_policy, _time);

    [Fact]
    public void The_policy_hears_how_the_line_was_lost()
    {
        _schedule.NoteOpened();
        _schedule.NoteLost(4005, TimeSpan.FromSeconds(3));
        _time.Advance(TimeSpan.FromSeconds(2));
        _schedule.Next();
        Assert.Equal(new RetryContext(1, TimeSpan.FromSeconds(2), LastError: null, 4005, TimeSpan.FromSeconds(3)), Assert.Single(_policy.Asked));
    }

    [Fact]
    public void The_policy_hears_why_the_last_dial_failed()
    {
        var error = new SocketConnectException("no", Address, closeCode: SocketCloseCode.Busy) { RetryAfter = TimeSpan.FromSeconds(9) };
        _schedule.NoteLost(1006, retryAfter: null);
        _schedule.Next();
        _schedule.NoteFailed(error);
        _time.Advance(TimeSpan.FromSeconds(4));
        _schedule.Next();
        Assert.Equal(new RetryContext(2, TimeSpan.FromSeconds(4), error, 4005, TimeSpan.FromSeconds(9)), _policy.Asked[1]);
    }

    [Fact]
    public void A_failure_without_a_code_leaves_none_of_an_earlier_one()
    {
        _schedule.NoteLost(4005, TimeSpan.FromSeconds(3));
        _schedule.NoteFailed(new SocketConnectException("no", Address));
        _schedule.Next();
        Assert.Equal((null, null), (_policy.Asked[0].CloseCode, _policy.Asked[0].ServerRetryAfter));
    }

    [Fact]
    public void An_open_line_forgets_why_dials_failed_before()
    {
        _schedule.NoteFailed(new SocketConnectException("no", Address) { RetryAfter = TimeSpan.FromSeconds(9) });
        _schedule.NoteOpened();
        Assert.Null(_schedule.LastError);
        _schedule.NoteLost(1006, retryAfter: null);
        _schedule.Next();
        Assert.Equal((null, null), (_policy.Asked[0].LastError, _policy.Asked[0].ServerRetryAfter));
    }

    [Theory]
    [InlineData(9.9, 3)]
    [InlineData(10, 1)]
    public void The_count_starts_again_after_a_line_that_stayed_open_for_10_seconds(double seconds, int attempt)
    {
        _schedule.Next();
        _schedule.Next();
        _schedule.NoteOpened();
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _schedule.NoteLost(1006, retryAfter: null);
        _schedule.Next();
        Assert.Equal(attempt, _policy.Asked[2].Attempt);
        Assert.Equal(attempt, _schedule.Attempt);
    }

    [Fact]
    public void The_time_without_a_line_is_counted_from_its_loss()
    {
        _schedule.NoteOpened();
        _time.Advance(TimeSpan.FromHours(1));
        _schedule.NoteLost(1006, retryAfter: null);
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), _schedule.Elapsed);
    }
}

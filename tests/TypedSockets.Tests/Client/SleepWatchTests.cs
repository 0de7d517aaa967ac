using TypedSockets.Client;

namespace TypedSockets.Tests.Client;

public sealed class SleepWatchTests
{
    private readonly TwoClocks _time = new();
    private readonly SleepWatch _watch;
    private int _woken;

    public SleepWatchTests() => _watch = new SleepWatch(_time, () => _woken++);

    [Fact]
    public void Ticks_that_come_as_they_should_mean_nothing()
    {
        for (var i = 0; i < 100; i++)
        {
            Pass(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal(0, _woken);
    }

    [Fact]
    public void A_tick_that_comes_minutes_late_means_that_the_machine_has_slept()
    {
        Pass(TimeSpan.FromMinutes(10));
        Pass(TimeSpan.FromMilliseconds(200));
        Assert.Equal(1, _woken);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public void A_calendar_that_jumps_while_the_clock_stands_still_may_mean_it_too(int minutes)
    {
        Pass(TimeSpan.FromMilliseconds(200));
        _time.Date += TimeSpan.FromMinutes(minutes);
        _watch.Tick(_time.GetTimestamp());
        Pass(TimeSpan.FromMilliseconds(200));
        Assert.Equal(1, _woken);
    }

    private void Pass(TimeSpan time)
    {
        _time.Date += time;
        _time.Timestamp += time.Ticks;
        _watch.Tick(_time.GetTimestamp());
    }
}

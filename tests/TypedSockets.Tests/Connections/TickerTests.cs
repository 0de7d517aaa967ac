using Microsoft.Extensions.Time.Testing;
using TypedSockets.Connections;

namespace TypedSockets.Tests.Connections;

public sealed class TickerTests
{
    [Fact]
    public async Task Its_members_are_called_at_every_interval_with_the_clocks_time()
    {
        var time = new FakeTimeProvider();
        await using var ticker = new Ticker(time);
        var member = new Member();
        ticker.Add(member);
        for (var i = 0; i < 3; i++)
        {
            time.Advance(Ticker.Interval);
            Assert.Equal(time.GetTimestamp(), await member.TickedAsync());
        }
    }

    [Fact]
    public async Task A_member_that_was_removed_is_called_no_more()
    {
        var time = new FakeTimeProvider();
        await using var ticker = new Ticker(time);
        var (gone, stays) = (new Member(), new Member());
        ticker.Add(gone);
        ticker.Add(stays);
        ticker.Remove(gone);
        time.Advance(Ticker.Interval);
        await stays.TickedAsync();
        Assert.Equal(0, gone.Count);
    }

    [Fact]
    public async Task It_stops_when_it_is_disposed()
    {
        var time = new FakeTimeProvider();
        var ticker = new Ticker(time);
        var member = new Member();
        ticker.Add(member);
        await ticker.DisposeAsync();
        time.Advance(Ticker.Interval);
        Assert.Equal(0, member.Count);
    }

    private sealed class Member : ITickable
    {
        private readonly System.Threading.Channels.Channel<long> _ticks = System.Threading.Channels.Channel.CreateUnbounded<long>();

        public int Count => _ticks.Reader.Count;

        public void Tick(long now) => _ticks.Writer.TryWrite(now);

        public Task<long> TickedAsync() => _ticks.Reader.ReadAsync().AsTask().WaitAsync(TestPeer.Patience);
    }
}

using Microsoft.Extensions.Time.Testing;
using TypedSockets.Client;
using TypedSockets.Tests.Connections;

namespace TypedSockets.Tests.Client;

public sealed class NetworkHintsTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly NetworkHints _hints = new();

    [Fact]
    public async Task Without_a_hint_the_delay_counts()
    {
        var waiting = WaitAsync();
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task A_network_that_is_back_ends_the_wait_at_once()
    {
        var waiting = WaitAsync();
        _hints.SetAvailable();
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public void A_network_that_came_back_before_does_not_shorten_the_wait()
    {
        _hints.SetUnavailable();
        _hints.SetAvailable();
        Assert.False(WaitAsync().IsCompleted);
    }

    [Fact]
    public async Task While_the_network_is_down_the_delay_does_not_end_the_wait()
    {
        _hints.SetUnavailable();
        var waiting = WaitAsync();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(waiting.IsCompleted);
        _hints.SetAvailable();
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task A_network_that_goes_down_during_the_wait_prolongs_it()
    {
        var waiting = WaitAsync();
        _hints.SetUnavailable();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(waiting.IsCompleted);
        _hints.SetAvailable();
        await waiting.WaitAsync(TestPeer.Patience);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_can_be_given_up(bool down)
    {
        if (down)
        {
            _hints.SetUnavailable();
        }

        using var cancel = new CancellationTokenSource();
        var waiting = _hints.WaitAsync(Delay, _time, cancel.Token);
        if (down)
        {
            _time.Advance(Delay);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TestPeer.Patience));
    }

    private Task WaitAsync() => _hints.WaitAsync(Delay, _time, CancellationToken.None);
}

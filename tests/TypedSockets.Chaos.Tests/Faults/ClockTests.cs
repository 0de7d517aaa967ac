using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Testing;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>The wall clock jumps, or a machine sleeps: what counts is how much time has truly passed.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Row_35_A_wall_clock_that_jumps_an_hour_at_either_end_changes_nothing(int direction)
    {
        var serverClock = new StepClock();
        var clientClock = new StepClock();
        await using var server = await FaultServer.StartAsync(clock: serverClock);
        await using var client = await FaultClient.ConnectAsync(server, options => options.TimeProvider = clientClock);
        await client.EchoAsync();

        // While the line is open: nobody is taken for dead.
        serverClock.WallError = clientClock.WallError = direction * Hour;
        await serverClock.PassAsync(TimeSpan.FromSeconds(1));
        await clientClock.PassAsync(TimeSpan.FromSeconds(1));
        await client.EchoAsync();
        Assert.DoesNotContain("Reconnecting", client.Events.Items);

        // While the client is away: its session waits as long as ever, and no longer.
        await client.GoAwayAsync();
        await server.UntilAwayAsync();
        serverClock.WallError = clientClock.WallError = 2 * direction * Hour;
        await serverClock.PassAsync(TimeSpan.FromSeconds(119));
        client.ComeBack();
        await client.Events.UntilAsync("Resumed", 1);
        await client.EchoAsync();
        client.ExpectNoGap();

        await client.GoAwayAsync();
        await server.UntilAwayAsync();
        serverClock.WallError = clientClock.WallError = -direction * Hour;
        await serverClock.PassAsync(TimeSpan.FromSeconds(121.4));
        await server.Ledger.Lives.UntilAsync("disconnected Expired", 1);
        client.ComeBack();
        await client.Events.UntilAsync("NewSession", 1);
    }

    [Fact]
    public async Task Row_35_A_laptop_that_wakes_after_ten_minutes_finds_its_session_gone()
    {
        var serverClock = new StepClock();
        var clientClock = new StepClock();
        await using var server = await FaultServer.StartAsync(clock: serverClock);
        await using var client = await FaultClient.ConnectAsync(server, options => options.TimeProvider = clientClock);
        var id = await client.Hub.Emit.Id();
        await clientClock.PassAsync(TimeSpan.FromSeconds(1));

        // Asleep, it neither sends nor reads; its clock goes on, and nothing of it runs before it wakes.
        client.Proxy.HalfOpen();
        await server.EmitAsync(id, 1, 3, []);
        await serverClock.PassAsync(TimeSpan.FromSeconds(26));
        await server.UntilAwayAsync();
        await serverClock.PassAsync(TimeSpan.FromSeconds(122));
        await server.Ledger.Lives.UntilAsync("disconnected Expired", 1);

        // The server remembers for five minutes why; then it only knows that it does not know.
        await serverClock.PassAsync(TimeSpan.FromSeconds(452));
        clientClock.Jump(TimeSpan.FromMinutes(10));

        await client.Events.UntilAsync("NewSession", 1);
        var gap = Assert.Single(client.Gaps.Items, gap => gap.Direction == GapDirection.FromServer);
        Assert.Equal(GapReason.Unknown, gap.Reason);
        Assert.Null(gap.Count);
    }
}

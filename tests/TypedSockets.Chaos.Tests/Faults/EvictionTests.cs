using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>More sessions wait for their clients than the server is willing to keep.</summary>
public sealed class EvictionTests
{
    // Sessions are looked at once a second.
    private static readonly TimeSpan OneLook = TimeSpan.FromSeconds(1.4);

    [Fact]
    public async Task Row_S16_Beyond_the_nodes_budget_the_sessions_that_wait_longest_are_given_up()
    {
        var clock = new StepClock();
        await using var server = await StartAsync(clock, options => options.Budget = 3 * ResumeLimits.BaseBytes);
        var left = await LeaveAsync(server, null, null, null, null, null);
        await clock.PassAsync(OneLook);
        await ExpectAsync(server, left, evicted: 2);
    }

    [Fact]
    public async Task Row_S16_Beyond_a_users_cap_that_users_oldest_session_is_given_up_and_nobody_elses()
    {
        var clock = new StepClock();
        await using var server = await StartAsync(clock, options => options.MaxPerUser = 2);
        var left = await LeaveAsync(server, "ann", "bob", "bob", "ann", "ann");
        await clock.PassAsync(OneLook);
        await ExpectAsync(server, left, evicted: 1);
    }

    [Fact]
    public async Task Row_S16_Beyond_an_addresss_cap_its_oldest_session_without_a_user_is_given_up()
    {
        var clock = new StepClock();
        await using var server = await StartAsync(clock, options => options.MaxPerAddress = 1);
        var left = await LeaveAsync(server, null, "ann", null);
        await clock.PassAsync(OneLook);
        await ExpectAsync(server, left, evicted: 1);
    }

    private static Task<FaultServer> StartAsync(StepClock clock, Action<ResumeOptions> limit) => FaultServer.StartAsync(
        options => limit(options.Resume),
        clock,
        builder => builder.Services.AddAuthentication("token").AddScheme<AuthenticationSchemeOptions, TokenAuthentication>("token", null));

    // One after the other connects and loses its line.
    private static async Task<List<HelloMessage>> LeaveAsync(FaultServer server, params string?[] users)
    {
        List<HelloMessage> hellos = [];
        foreach (var user in users)
        {
            var hello = RawEnd.NewHello(user);
            using (var raw = await RawEnd.DialAsync(server))
            {
                await raw.HelloAsync(hello);
            }

            await server.UntilAwayAsync();
            hellos.Add(hello);
        }

        return hellos;
    }

    private static async Task ExpectAsync(FaultServer server, List<HelloMessage> left, int evicted)
    {
        await server.Ledger.Lives.UntilAsync("disconnected Evicted", evicted);
        for (var i = 0; i < left.Count; i++)
        {
            left[i].Attempt++;
            left[i].Create = false;
            using var raw = await RawEnd.DialAsync(server);
            var welcome = await raw.HelloAsync(left[i]);
            Assert.Equal(i < evicted ? SessionOutcome.Lost : SessionOutcome.Resumed, welcome.Outcome);
            Assert.Equal(i < evicted ? (int)GapReason.Evicted : 0, welcome.LostReason);
        }

        Assert.Equal(evicted, server.Ledger.Lives.CountOf("disconnected Evicted"));
    }
}

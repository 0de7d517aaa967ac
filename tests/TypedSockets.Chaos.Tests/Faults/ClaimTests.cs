using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Somebody claims a session that is not theirs.</summary>
public sealed class ClaimTests
{
    [Fact]
    public async Task Row_S1_A_stolen_id_with_a_wrong_secret_is_answered_as_an_unknown_id_and_touches_nothing()
    {
        await using var server = await FaultServer.StartAsync();
        using var owner = await RawEnd.DialAsync(server);
        var real = RawEnd.NewHello();
        Assert.Equal(SessionOutcome.New, (await owner.HelloAsync(real)).Outcome);

        var stolen = RawEnd.NewHello();
        stolen.SessionId = real.SessionId;
        stolen.Attempt = 99;
        foreach (var create in new[] { false, true })
        {
            stolen.Create = create;
            var unknown = RawEnd.NewHello();
            unknown.Create = false;
            using var thief = await RawEnd.DialAsync(server);
            using var stranger = await RawEnd.DialAsync(server);
            var answer = await thief.HelloAsync(stolen);
            Assert.Equal(SessionOutcome.Lost, answer.Outcome);
            Assert.Equal((int)GapReason.Unknown, answer.LostReason);
            Assert.Equal((await stranger.HelloAsync(unknown)).ToBytes(), answer.ToBytes());
        }

        await owner.PingAsync();
        real.Attempt++;
        real.Create = false;
        using var again = await RawEnd.DialAsync(server);
        Assert.Equal(SessionOutcome.Resumed, (await again.HelloAsync(real)).Outcome);
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>Somebody claims a session that is not theirs, or not theirs any more.</summary>
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
            await ExpectAnswerOfUnknownAsync(server, stolen);
        }

        await owner.PingAsync();
        using var again = await RawEnd.DialAsync(server);
        Assert.Equal(SessionOutcome.Resumed, (await again.HelloAsync(Next(real))).Outcome);
    }

    [Fact]
    public async Task Row_S2_Another_user_with_the_right_secret_is_turned_away_and_noted_and_touches_nothing()
    {
        await using var server = await StartWithUsersAsync();
        using var owner = await RawEnd.DialAsync(server);
        var hello = RawEnd.NewHello("ann");
        await owner.HelloAsync(hello);

        var next = Next(hello);
        next.Token = "bob";
        using var thief = await RawEnd.DialAsync(server);
        await thief.SendHelloAsync(next);

        Assert.Equal(SocketCloseCode.Unauthorized, await thief.CloseCodeAsync());
        Assert.Contains(server.Host.Log.Lines, line => line.StartsWith("Warning Another user than its own", StringComparison.Ordinal));
        await owner.PingAsync();
        next.Token = "ann";
        using var again = await RawEnd.DialAsync(server);
        Assert.Equal(SessionOutcome.Resumed, (await again.HelloAsync(next)).Outcome);
    }

    [Fact]
    public async Task Row_S2_A_fresh_token_of_another_user_ends_the_session_that_is_not_theirs()
    {
        var user = "ann";
        await using var server = await StartWithUsersAsync();
        await using var client = await FaultClient.ConnectAsync(server, options => options.AccessTokenProvider = _ => new(user));
        user = "bob";
        await client.Socket.RefreshTokenAsync();

        await client.Events.UntilAsync("Closed", 1);
        Assert.Equal((int)SocketCloseCode.Unauthorized, Assert.IsType<SocketState.Closed>(client.Socket.State).Code);
    }

    [Fact]
    public async Task Row_S3_A_user_who_was_banned_meanwhile_does_not_get_the_session_back()
    {
        var banned = false;
        await using var server = await StartWithUsersAsync(services =>
        {
            services.AddAuthorization(options => options.AddPolicy(GuardedHub.Policy, policy => policy.RequireAssertion(_ => !Volatile.Read(ref banned))));
            services.AddTypedSockets().AddHub<ITextHub, GuardedHub>();
        });
        await using var client = await FaultClient.CreateAsync(server, options => options.AccessTokenProvider = _ => new("ann"));
        var hub = client.Socket.Hub<ITextHub>();
        await client.Socket.ConnectAsync().WaitAsync(Limit.Long);
        await hub.Emit.Wait().WaitAsync(Limit.Long);

        Volatile.Write(ref banned, true);
        client.Proxy.ResetAll();

        await client.Events.UntilAsync("Closed", 1);
        var closed = Assert.IsType<SocketState.Closed>(client.Socket.State);
        Assert.Equal((int)SocketCloseCode.Unauthorized, closed.Code);
        Assert.DoesNotContain("Resumed", client.Events.Items);
        Assert.Equal(1, client.Events.CountOf("Reconnecting"));
    }

    private static async Task ExpectAnswerOfUnknownAsync(FaultServer server, HelloMessage stolen)
    {
        var unknown = RawEnd.NewHello();
        unknown.Create = false;
        using var thief = await RawEnd.DialAsync(server);
        using var stranger = await RawEnd.DialAsync(server);
        var answer = await thief.HelloAsync(stolen);
        Assert.Equal((SessionOutcome.Lost, (int)GapReason.Unknown), (answer.Outcome, answer.LostReason));
        Assert.Equal((await stranger.HelloAsync(unknown)).ToBytes(), answer.ToBytes());
    }

    private static HelloMessage Next(HelloMessage hello)
    {
        hello.Attempt++;
        hello.Create = false;
        return hello;
    }

    private static Task<FaultServer> StartWithUsersAsync(Action<IServiceCollection>? configure = null) => FaultServer.StartAsync(configure: builder =>
    {
        builder.Services.AddAuthentication("token").AddScheme<AuthenticationSchemeOptions, TokenAuthentication>("token", null);
        configure?.Invoke(builder.Services);
    });
}

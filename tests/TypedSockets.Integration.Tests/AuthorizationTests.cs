using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Integration.Tests;

public sealed class AuthorizationTests
{
    [Fact]
    public async Task An_endpoint_that_requires_a_user_answers_401_to_nobody()
    {
        await using var server = await StartAsync(app => app.MapTypedSockets("/ws").RequireAuthorization());
        await using var socket = server.CreateClient();
        var error = await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        Assert.Equal(401, error.StatusCode);
        Assert.Contains("AccessTokenProvider", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_knows_the_user_that_the_token_names()
    {
        await using var server = await StartAsync(app => app.MapTypedSockets("/ws").RequireAuthorization());
        var (socket, hub) = await server.ConnectAsync(options => options.AccessTokenProvider = _ => new("ada"));
        await using var _ = socket;
        Assert.Equal("ada", (await hub.Emit.Who()).Split('|')[1]);
    }

    [Fact]
    public async Task A_hub_class_that_requires_a_user_is_closed_to_nobody()
    {
        await using var server = await StartAsync(app => app.MapTypedSockets("/ws"));
        await using var socket = server.CreateClient();
        socket.Hub<ITextHub>();
        var error = await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        Assert.Equal(SocketCloseCode.Unauthorized, error.CloseCode);
    }

    [Fact]
    public async Task A_hub_class_that_requires_a_user_is_open_to_one()
    {
        await using var server = await StartAsync(app => app.MapTypedSockets("/ws"));
        await using var socket = server.CreateClient(options => options.AccessTokenProvider = _ => new("ada"));
        var hub = socket.Hub<ITextHub>();
        await socket.ConnectAsync();
        await hub.Emit.Wait().WaitAsync(Limit.Long);
    }

    [Fact]
    public async Task A_user_is_reached_on_all_connections()
    {
        await using var server = await StartAsync(app => app.MapTypedSockets("/ws"));
        var (one, first) = await server.ConnectAsync(options => options.AccessTokenProvider = _ => new("ada"));
        var (two, second) = await server.ConnectAsync(options => options.AccessTokenProvider = _ => new("ada"));
        await using var disposeOne = one;
        await using var disposeTwo = two;
        var firstTold = new Received(first);
        var secondTold = new Received(second);
        await second.Emit.Add(1);
        first.Emit.Tell("user:ada", 7);

        Assert.Equal(7, await firstTold.Next());
        Assert.Equal(7, await secondTold.Next());
    }

    private static Task<TestServer> StartAsync(Action<WebApplication> map) => TestServer.StartAsync(
        builder =>
        {
            builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, TokenAuthentication>("test", null);
            builder.Services.AddAuthorization();
            builder.Services.AddTypedSockets().AddHub<ITextHub, MembersOnlyHub>();
        },
        map);
}

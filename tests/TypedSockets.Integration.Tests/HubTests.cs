using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Integration.Tests;

public sealed class HubTests
{
    [Theory]
    [InlineData(HubLifetime.PerSession, "2")]
    [InlineData(HubLifetime.PerCall, "0")]
    public async Task A_hub_object_lives_as_long_as_was_asked(HubLifetime lifetime, string calls)
    {
        await using var server = await TestServer.StartAsync(lifetime: lifetime);
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        hub.Emit.Note(1);
        hub.Emit.Note(2);
        Assert.Equal(calls, (await hub.Emit.Who()).Split('|')[2]);
    }

    [Fact]
    public async Task On_connected_completes_before_the_first_message_is_handled()
    {
        await using var server = await TestServer.StartAsync();
        var gate = new TaskCompletionSource();
        server.Probe.OnConnecting = () => gate.Task;
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        hub.Emit.Note(1);
        var answer = socket.Hub<IOtherHub>().Emit.Twice(1);
        Assert.Equal(2, await answer.WaitAsync(Limit.Long));
        Assert.False(server.Probe.Notes.Reader.TryRead(out int _));
        gate.SetResult();
        Assert.Equal([1], await server.Probe.TakeNotes(1));
    }

    [Fact]
    public async Task If_on_connected_fails_the_client_is_turned_away_and_tries_again()
    {
        await using var server = await TestServer.StartAsync();
        server.Probe.OnConnecting = () =>
        {
            server.Probe.OnConnecting = null;
            throw new InvalidOperationException("no room");
        };
        await using var socket = server.CreateClient();
        var hub = socket.Hub<IProbeHub>();
        await socket.ConnectAsync();
        while (true)
        {
            try
            {
                Assert.Equal(3, await hub.Emit.Add(1, 2).WaitAsync(Limit.Long));
                break;
            }
            catch (OutcomeUnknownException)
            {
                // It went into the session that was refused.
            }
        }

        Assert.Contains(server.Log.Lines, line => line.Contains("OnConnected of hub 'probe' failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_nobody_comes_back_to_ends_even_while_on_connected_waits()
    {
        await using var server = await TestServer.StartAsync(NoResume);
        var entered = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        server.Probe.OnConnecting = () =>
        {
            entered.SetResult();
            return gate.Task;
        };
        using (var lost = await RawClient.ConnectAsync(server))
        {
            await lost.SayHelloAsync(Contracts.Probe);
            await entered.Task.WaitAsync(Limit.Long);
            lost.Socket.Abort();
        }

        while (!server.Log.Lines.Any(line => line.Contains("has ended with 1006", StringComparison.Ordinal)))
        {
            await Task.Yield();
        }

        gate.SetResult();
        Assert.Equal("disconnected Expired", await server.Probe.NextHappened());
    }

    [Fact]
    public async Task Leaving_losing_and_shutting_down_are_told_apart()
    {
        await using var server = await TestServer.StartAsync(NoResume);
        var (leaving, _) = await server.ConnectAsync();
        await leaving.DisposeAsync();
        Assert.Equal("disconnected Left", await server.Probe.NextHappened());

        using (var lost = await RawClient.ConnectAsync(server))
        {
            await lost.SayHelloAsync(Contracts.Probe);
            lost.Socket.Abort();
        }

        Assert.Equal("disconnected Expired", await server.Probe.NextHappened());

        var (staying, _) = await server.ConnectAsync();
        await using var disposal = staying;
        await server.App.StopAsync();
        Assert.Equal("disconnected Draining", await server.Probe.NextHappened());
    }

    [Fact]
    public async Task The_callback_style_serves_a_hub_without_a_class()
    {
        await using var server = await TestServer.StartAsync(map: app => app.MapTypedSockets("/ws", sockets =>
            sockets.OnConnection<ITextHub, ITextClient>(socket =>
            {
                socket.On.Wait(() => socket.All.Said("waited"));
                socket.Emit.Said("welcome");
            })));
        await using var socket = server.CreateClient();
        var hub = socket.Hub<ITextHub>();
        var said = System.Threading.Channels.Channel.CreateUnbounded<string>();
        hub.On.Said(text => said.Writer.TryWrite(text));
        await socket.ConnectAsync();
        await hub.Emit.Wait();

        Assert.Equal("welcome", await said.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long));
        Assert.Equal("waited", await said.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_call_that_the_callback_did_not_subscribe_is_answered()
    {
        await using var server = await TestServer.StartAsync(map: app => app.MapTypedSockets("/ws", sockets =>
            sockets.OnConnection<ITextHub, ITextClient>(_ => { })));
        await using var socket = server.CreateClient();
        var hub = socket.Hub<ITextHub>();
        await socket.ConnectAsync();
        var error = await Assert.ThrowsAsync<SocketRemoteException>(() => hub.Emit.Wait());
        Assert.Equal(SocketErrorCode.NoHandler, error.Code);
    }

    [Fact]
    public async Task Mapping_an_endpoint_without_hubs_fails_at_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddTypedSockets();
        await using var app = builder.Build();
        var error = Assert.Throws<InvalidOperationException>(() => app.MapTypedSockets("/ws"));
        Assert.Contains("AddHub", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_an_endpoint_without_the_services_fails_at_start()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        var error = Assert.Throws<InvalidOperationException>(() => app.MapTypedSockets("/ws"));
        Assert.Contains("AddTypedSockets()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_that_opened_the_socket_is_visible()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        var parts = (await hub.Emit.Who()).Split('|');
        Assert.Equal("/ws", parts[3]);
        Assert.Equal(((SocketState.Open)socket.State).ConnectionId, parts[0]);
    }

    private static void NoResume(WebApplicationBuilder builder) =>
        builder.Services.Configure<TypedSocketsOptions>(options => options.Resume.Window = TimeSpan.Zero);
}

using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Integration.Tests;

public sealed class RecipientTests
{
    private const int End = 99;

    [Theory]
    [InlineData("all:", true, true, true)]
    [InlineData("others:", false, true, true)]
    [InlineData("group:red", true, true, false)]
    [InlineData("othersInGroup:red", false, true, false)]
    [InlineData("groups:red,blue", true, true, true)]
    [InlineData("group:nobody", false, false, false)]
    public async Task Each_kind_of_recipients_reaches_whom_it_names_and_nobody_else(string whom, bool first, bool second, bool third)
    {
        await using var server = await TestServer.StartAsync();
        await using var clients = await Clients.ConnectAsync(server, 3);
        await clients.Hubs[0].Emit.Join("red");
        await clients.Hubs[1].Emit.Join("red");
        await clients.Hubs[1].Emit.Join("blue");
        await clients.Hubs[2].Emit.Join("blue");

        clients.Hubs[0].Emit.Tell(whom, 1);
        clients.Hubs[0].Emit.Tell("all:", End);

        Assert.Equal(Expected(first), await clients.UntilEnd(0));
        Assert.Equal(Expected(second), await clients.UntilEnd(1));
        Assert.Equal(Expected(third), await clients.UntilEnd(2));
    }

    [Fact]
    public async Task All_except_leaves_out_the_connections_it_names()
    {
        await using var server = await TestServer.StartAsync();
        await using var clients = await Clients.ConnectAsync(server, 2);
        var id = (await clients.Hubs[1].Emit.Who()).Split('|')[0];
        clients.Hubs[0].Emit.Tell($"except:{id}", 1);
        clients.Hubs[0].Emit.Tell("all:", End);

        Assert.Equal(Expected(true), await clients.UntilEnd(0));
        Assert.Equal(Expected(false), await clients.UntilEnd(1));
    }

    [Fact]
    public async Task Whoever_leaves_a_group_gets_no_more_of_it()
    {
        await using var server = await TestServer.StartAsync();
        await using var clients = await Clients.ConnectAsync(server, 1);
        await clients.Hubs[0].Emit.Join("red");
        await clients.Hubs[0].Emit.Leave("red");
        clients.Hubs[0].Emit.Tell("group:red", 1);
        clients.Hubs[0].Emit.Tell("all:", End);

        Assert.Equal(Expected(false), await clients.UntilEnd(0));
    }

    [Fact]
    public async Task Groups_and_members_can_be_reached_from_outside_a_hub()
    {
        await using var server = await TestServer.StartAsync();
        await using var clients = await Clients.ConnectAsync(server, 2);
        var context = server.App.Services.GetRequiredService<ISocketHubContext<IProbeHub, IProbeClient>>();
        var red = context.Group("red");
        var id = (await clients.Hubs[0].Emit.Who()).Split('|')[0];

        Assert.True(await context.JoinGroup(id, "red"));
        Assert.False(await context.JoinGroup("nobody", "red"));
        red.Told(1);
        context.Connection(id).Told(2);
        context.All.Told(End);

        Assert.Equal([1, 2, End], await clients.UntilEnd(0));
        Assert.Equal([End], await clients.UntilEnd(1));
    }

    [Fact]
    public async Task To_a_connection_that_is_gone_an_emit_goes_nowhere_and_a_call_fails()
    {
        await using var server = await TestServer.StartAsync();
        var context = server.App.Services.GetRequiredService<ISocketHubContext<IProbeHub, IProbeClient>>();
        context.Connection("nobody").Told(1);
        var error = await Assert.ThrowsAsync<SocketRemoteException>(async () => await context.Connection("nobody").Confirm("there?"));
        Assert.Equal(SocketErrorCode.TargetGone, error.Code);
    }

    [Fact]
    public async Task A_broadcast_that_is_too_large_fails_at_the_call_and_ends_nobody()
    {
        await using var server = await TestServer.StartAsync();
        await using var clients = await Clients.ConnectAsync(server, 1);
        var context = server.App.Services.GetRequiredService<ISocketHubContext<ITextHub, ITextClient>>();
        Assert.Throws<MessageTooLargeException>(() => context.All.Said(new string('x', 2_000_000)));
        Assert.Equal(3, await clients.Hubs[0].Emit.Add(1, 2));
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_ended_alone()
    {
        await using var server = await TestServer.StartAsync(builder => builder.Services.AddTypedSockets().AddHub<ITextHub, TextHub>());
        using var silent = await RawClient.ConnectAsync(server);
        await silent.SayHelloAsync(Contracts.Text);
        await using var socket = server.CreateClient();
        var texts = socket.Hub<ITextHub>();
        var rounds = Channel.CreateUnbounded<string>();
        texts.On.Said(text =>
        {
            if (text.Length < 10)
            {
                rounds.Writer.TryWrite(text);
            }
        });
        await socket.ConnectAsync();
        await texts.Emit.Wait();
        var context = server.App.Services.GetRequiredService<ISocketHubContext<ITextHub, ITextClient>>();
        var text = new string('x', 10_000);
        while (!server.Log.Lines.Any(line => line.Contains("4101", StringComparison.Ordinal)))
        {
            for (var i = 0; i < 20; i++)
            {
                context.All.Said(text);
            }

            // The one that reads is waited for, so that only the other one can fall behind.
            context.All.Said("round");
            await rounds.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long);
        }

        context.All.Said("end");
        while (await rounds.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long) != "end")
        {
        }
    }

    private static int[] Expected(bool reached) => reached ? [1, End] : [End];
}

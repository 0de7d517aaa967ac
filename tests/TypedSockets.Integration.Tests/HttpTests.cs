using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Integration.Tests;

public sealed class HttpTests
{
    [Fact]
    public async Task A_request_that_is_no_upgrade_is_told_what_stands_there()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(server.Endpoint));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("TypedSockets", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://friend.example", true)]
    [InlineData("https://friend.example:443", true)]
    [InlineData("http://friend.example", false)]
    [InlineData(null, true)]
    public async Task A_page_may_connect_only_if_its_origin_is_allowed(string? origin, bool allowed)
    {
        await using var server = await TestServer.StartAsync(
            builder => builder.Services.Configure<TypedSocketsOptions>(options => options.AllowedOrigins.Add("https://friend.example")));
        Assert.Equal(allowed, await UpgradesAsync(server, origin, ProtocolLimits.SubProtocol));
    }

    [Fact]
    public async Task The_servers_own_pages_may_connect()
    {
        await using var server = await TestServer.StartAsync();
        Assert.True(await UpgradesAsync(server, server.Address, ProtocolLimits.SubProtocol));
    }

    [Fact]
    public async Task Another_sub_protocol_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        Assert.False(await UpgradesAsync(server, origin: null, "chat.v1"));
    }

    [Fact]
    public async Task A_refused_connection_says_so_and_what_to_check()
    {
        await using var socket = new TypedSocketClient("ws://127.0.0.1:9/ws");
        var error = await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        Assert.Equal("Could not connect to 'ws://127.0.0.1:9/ws': the connection was refused. Is the server running, and is the port right?", error.Message);
    }

    [Fact]
    public async Task A_wrong_path_says_so()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = new TypedSocketClient($"{server.Address}/wrong");
        var error = await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        Assert.Equal(404, error.StatusCode);
        Assert.Contains("nothing listens at '/wrong'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_upgrade_says_so()
    {
        await using var server = await TestServer.StartAsync(map: app => app.MapGet("/ws", () => "a web page"));
        await using var socket = server.CreateClient();
        var error = await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        Assert.Equal(200, error.StatusCode);
        Assert.Contains("instead of upgrading", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_contract_says_so_and_what_to_do()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = server.CreateClient();
        socket.Hub<ITextHub>();
        var error = await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        Assert.Equal(SocketCloseCode.Contract, error.CloseCode);
        Assert.Contains("there is no hub 'text' here", error.Message, StringComparison.Ordinal);
        Assert.Contains("same version of the contract", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        var held = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(map: app => app.Map("/ws", (HttpContext _) => held.Task));
        await using var socket = server.CreateClient(options => options.ConnectTimeout = TimeSpan.FromMilliseconds(50));
        var error = await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        Assert.Contains("no answer within 0.05 s", error.Message, StringComparison.Ordinal);
        held.SetResult();
    }

    [Fact]
    public async Task A_client_that_could_not_connect_may_try_again()
    {
        await using var server = await TestServer.StartAsync(map: app =>
        {
            var first = true;
            app.Use(async (http, next) =>
            {
                if (first)
                {
                    first = false;
                    http.Response.StatusCode = 404;
                    return;
                }

                await next();
            });
            app.MapTypedSockets("/ws");
        });
        await using var socket = server.CreateClient();
        var hub = socket.Hub<IProbeHub>();
        await Assert.ThrowsAsync<SocketConnectException>(() => socket.ConnectAsync());
        await socket.ConnectAsync();
        Assert.Equal(3, await hub.Emit.Add(1, 2));
    }

    [Theory]
    [InlineData("ftp://localhost/ws")]
    [InlineData("/ws")]
    public void An_address_that_cannot_be_one_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new TypedSocketClient(address));

    private static async Task<bool> UpgradesAsync(TestServer server, string? origin, string protocol)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(protocol);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new Uri(server.Endpoint.Replace("http:", "ws:", StringComparison.Ordinal)), CancellationToken.None);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }
}

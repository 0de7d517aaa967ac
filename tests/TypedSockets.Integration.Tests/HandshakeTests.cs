using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Integration.Tests;

public sealed class HandshakeTests
{
    [Fact]
    public async Task A_hub_that_is_not_there_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        var hello = RawClient.Hello(Contracts.Probe);
        hello.Channels[0] = hello.Channels[0] with { Hub = "nowhere" };
        Assert.Equal(SocketCloseCode.Contract, await RefusedAsync(raw, hello));
    }

    [Fact]
    public async Task A_hub_that_is_asked_for_twice_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        Assert.Equal(SocketCloseCode.ProtocolError, await RefusedAsync(raw, RawClient.Hello(Contracts.Probe, Contracts.Probe)));
    }

    [Fact]
    public async Task Another_major_version_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        var hello = RawClient.Hello(Contracts.Probe);
        hello.Major = 2;
        Assert.Equal(SocketCloseCode.Version, await RefusedAsync(raw, hello));
    }

    [Theory]
    [InlineData("402000")]
    [InlineData("402005FFFFFFFFFF")]
    [InlineData("40A00190")]
    [InlineData("4025030006910A")]
    [InlineData("00")]
    public async Task What_is_no_hello_is_refused(string hex)
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SendAsync(Convert.FromHexString(hex));
        Assert.InRange(await raw.CloseCodeAsync(), SocketCloseCode.ProtocolError, SocketCloseCode.Version);
    }

    [Fact]
    public async Task A_client_that_never_says_hello_is_closed_at_the_deadline()
    {
        var time = new FakeTimeProvider();
        await using var server = await TestServer.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var raw = await RawClient.ConnectAsync(server);

        // The clock runs on for as long as it takes the server to look at it.
        while (!server.Log.Lines.Any(line => line.Contains("4001: no Hello came within 10 s", StringComparison.Ordinal)))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        Assert.Equal(3, await hub.Emit.Add(1, 2));
    }

    [Fact]
    public async Task A_client_that_falls_silent_is_taken_for_dead_and_given_up_after_the_window()
    {
        var time = new FakeTimeProvider();
        await using var server = await TestServer.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        var happened = server.Probe.NextHappened();
        while (!happened.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("disconnected Expired", await happened);
    }

    [Fact]
    public async Task A_hub_can_be_opened_after_connecting()
    {
        await using var server = await TestServer.StartAsync();
        var (socket, hub) = await server.ConnectAsync();
        await using var _ = socket;
        Assert.Equal(6, await socket.Hub<IOtherHub>().Emit.Twice(3).WaitAsync(Limit.Long));
    }

    [Fact]
    public async Task A_refusal_is_logged_with_the_connection()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        await RefusedAsync(raw, RawClient.Hello(Contracts.Probe, Contracts.Probe));
        Assert.Contains(server.Log.Lines, line => line.StartsWith("Warning Connection ", StringComparison.Ordinal) && line.Contains("4200", StringComparison.Ordinal));
    }

    private static async Task<SocketCloseCode> RefusedAsync(RawClient raw, HelloMessage hello)
    {
        await raw.SendAsync(RawClient.Frame(MessageKind.Hello, 0, [], hello.ToBytes()));
        return await raw.CloseCodeAsync();
    }
}

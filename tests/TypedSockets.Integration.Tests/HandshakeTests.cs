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
    public async Task A_hub_of_another_contract_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var raw = await RawClient.ConnectAsync(server);
        var hello = RawClient.Hello(Contracts.Probe);
        hello.Channels[0] = hello.Channels[0] with { Fingerprint = new byte[16] };
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
        var close = raw.CloseCodeAsync();
        while (!close.IsCompleted)
        {
            // The server's clock is only read once it waits for Hello; the test cannot see when that is.
            time.Advance(TimeSpan.FromSeconds(11));
            await Task.Yield();
        }

        Assert.Equal(SocketCloseCode.HeartbeatTimeout, await close);
    }

    [Fact]
    public async Task A_client_that_falls_silent_is_pinged_and_then_closed()
    {
        var time = new FakeTimeProvider();
        await using var server = await TestServer.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var raw = await RawClient.ConnectAsync(server);
        await raw.SayHelloAsync(Contracts.Probe);
        var pinged = raw.ReceiveAsync();
        while (!pinged.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal((byte)MessageKind.Ping, (byte)((await pinged)![1] & 0x1F));
        var close = raw.CloseCodeAsync();
        while (!close.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(SocketCloseCode.HeartbeatTimeout, await close);
        Assert.Equal("disconnected HeartbeatTimeout", await server.Probe.NextHappened());
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

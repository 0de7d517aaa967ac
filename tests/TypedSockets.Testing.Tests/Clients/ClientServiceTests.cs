using Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedSockets.Testing.Tests.Hubs;

namespace TypedSockets.Testing.Tests.Clients;

/// <summary>A client among a host's services.</summary>
public sealed class ClientServiceTests
{
    // Nothing listens on the reserved port 1.
    private const string Nowhere = "ws://127.0.0.1:1/ws";

    private readonly ServiceCollection _services = [];

    [Fact]
    public async Task A_hub_can_be_injected()
    {
        _services.AddTypedSocketClient(Nowhere).AddHub<IChatHub>();
        await using var provider = _services.BuildServiceProvider();

        Assert.IsAssignableFrom<IChatHub>(provider.GetRequiredService<HubClient<IChatHub>>().Emit);
    }

    [Fact]
    public async Task An_injected_hub_is_the_client_s_own()
    {
        _services.AddTypedSocketClient(Nowhere).AddHub<IChatHub>();
        await using var provider = _services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<TypedSocketClient>().Hub<IChatHub>(), provider.GetRequiredService<HubClient<IChatHub>>());
    }

    [Fact]
    public async Task Every_scope_gets_the_same_client()
    {
        _services.AddTypedSocketClient(Nowhere);
        await using var provider = _services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();

        Assert.Same(provider.GetRequiredService<TypedSocketClient>(), scope.ServiceProvider.GetRequiredService<TypedSocketClient>());
    }

    [Fact]
    public async Task Several_hubs_share_the_client()
    {
        _services.AddTypedSocketClient(Nowhere).AddHub<IChatHub>().AddHub<IQuizHub>();
        await using var provider = _services.BuildServiceProvider();
        var client = provider.GetRequiredService<TypedSocketClient>();

        Assert.Same(client.Hub<IChatHub>(), provider.GetRequiredService<HubClient<IChatHub>>());
        Assert.Same(client.Hub<IQuizHub>(), provider.GetRequiredService<HubClient<IQuizHub>>());
    }

    [Fact]
    public async Task The_client_has_the_given_address()
    {
        _services.AddTypedSocketClient(Nowhere);
        await using var provider = _services.BuildServiceProvider();

        Assert.Equal(new Uri(Nowhere), provider.GetRequiredService<TypedSocketClient>().Address);
    }

    [Fact]
    public async Task The_client_logs_where_the_host_does()
    {
        using var log = new RecordingLoggerProvider();
        _services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug));
        _services.AddTypedSocketClient(Nowhere);
        await using var provider = _services.BuildServiceProvider();

        await Assert.ThrowsAsync<SocketConnectException>(() => provider.GetRequiredService<TypedSocketClient>().ConnectAsync());

        Assert.Contains(log.Messages, message => message.StartsWith("The connection is now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_start_from_the_host_s_clock_and_logging()
    {
        var clock = new OwnClock();
        TypedSocketClientOptions? seen = null;
        _services.AddLogging().AddSingleton<TimeProvider>(clock);
        _services.AddTypedSocketClient(Nowhere, options => seen = options);
        await using var provider = _services.BuildServiceProvider();

        _ = provider.GetRequiredService<TypedSocketClient>();

        Assert.Same(clock, seen!.TimeProvider);
        Assert.Same(provider.GetRequiredService<ILoggerFactory>(), seen.LoggerFactory);
    }

    [Fact]
    public async Task A_host_without_logging_can_have_a_client()
    {
        _services.AddTypedSocketClient(Nowhere);
        await using var provider = _services.BuildServiceProvider();

        Assert.IsType<SocketState.Idle>(provider.GetRequiredService<TypedSocketClient>().State);
    }

    [Fact]
    public async Task The_container_disposes_the_client()
    {
        _services.AddTypedSocketClient(Nowhere);
        var provider = _services.BuildServiceProvider();
        var client = provider.GetRequiredService<TypedSocketClient>();

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ConnectAsync());
    }

    [Fact]
    public void A_client_without_an_address_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => _services.AddTypedSocketClient(""));

    private sealed class OwnClock : TimeProvider;

    [Fact]
    public void A_second_client_is_refused_instead_of_being_ignored()
    {
        var services = new ServiceCollection();
        services.AddTypedSocketClient("ws://localhost/one");
        Assert.Throws<InvalidOperationException>(() => services.AddTypedSocketClient("ws://localhost/two"));
    }
}

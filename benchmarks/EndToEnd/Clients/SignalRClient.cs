using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Peers.SignalR;

namespace EndToEnd.Clients;

/// <summary>SignalR's client with its MessagePack protocol.</summary>
internal sealed class SignalRClient : IClient
{
    private readonly HubConnection _connection;

    /// <param name="port">The server's.</param>
    /// <param name="negotiates">As it comes, it asks the server for the transports first; otherwise it is told that there are WebSockets.</param>
    public SignalRClient(int port, bool negotiates)
    {
        _connection = new HubConnectionBuilder()
            .WithUrl($"http://127.0.0.1:{port}/ws", options =>
            {
                options.SkipNegotiation = !negotiates;
                options.Transports = HttpTransportType.WebSockets;
            })
            .AddMessagePackProtocol()
            .Build();
        _connection.On<byte[]>("Event", _ => Came());
    }

    public Action Came { get; set; } = () => { };

    public Task ConnectAsync() => _connection.StartAsync();

    public async ValueTask CallAsync() => _ = await _connection.InvokeAsync<Move>("Call", Arguments.Player, Arguments.X, Arguments.Y);

    public ValueTask EmitAsync() => new(_connection.SendAsync("Emit", Arguments.Player, Arguments.X, Arguments.Y));

    public ValueTask PushAsync(int count, int bytes) => new(_connection.SendAsync("Push", count, bytes));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}

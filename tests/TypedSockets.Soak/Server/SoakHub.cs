using System.Globalization;
using TypedSockets.Soak.Contracts;

namespace TypedSockets.Soak.Server;

/// <summary>The server's side of one client, which says in its address who it is.</summary>
public sealed class SoakHub(IBackend backend, IHostApplicationLifetime application) : SocketHub<ISoakClient>, ISoakHub
{
    private Task _serving = Task.CompletedTask;
    private int _client;

    public ValueTask Up(long number, ReadOnlyMemory<byte> payload) => backend.TakeUpAsync(_client, number, payload);

    public ValueTask<long> Call(long number)
    {
        backend.NoteCall(_client, number);
        return new(number);
    }

    public async ValueTask Hold(long number, CancellationToken cancel)
    {
        backend.NoteCall(_client, number);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
    }

    protected override ValueTask OnConnected()
    {
        _client = int.Parse(Context.Request.Query["client"], CultureInfo.InvariantCulture);
        _serving = backend.ServeAsync(_client, Clients.Caller, application.ApplicationStopping, Context.SessionEnded);
        return default;
    }

    protected override async ValueTask OnDisconnected(DisconnectReason reason)
    {
        await _serving;
        backend.NoteDisconnected(_client, reason);
    }
}

using TypedSockets.Connections;

namespace TypedSockets.Client;

/// <summary>What a client that leaves waits for, and no longer than <see cref="TypedSocketClientOptions.FlushTimeout"/>.</summary>
internal sealed class Departure(Peer peer, TypedSocketClientOptions options)
{
    /// <summary>Waits until the server has taken what was emitted. What it has not taken by then is given up: the peer's end fails it.</summary>
    public Task FlushAsync() => WaitAsync(peer.WhenSettledAsync());

    /// <summary>Waits for the handlers that run. One of them may itself be what disposes the client.</summary>
    public Task StopChannelsAsync()
    {
        List<Channel> channels;
        lock (peer.Gate)
        {
            channels = [.. peer.Channels.All];
        }

        return WaitAsync(Task.WhenAll(channels.Select(channel => channel.StopAsync())));
    }

    private async Task WaitAsync(Task task)
    {
        using var timeout = new CancellationTokenSource(options.FlushTimeout, options.TimeProvider);
        await task.WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

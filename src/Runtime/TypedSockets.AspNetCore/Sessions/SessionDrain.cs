using TypedSockets.AspNetCore.Hosting;
using TypedSockets.Connections;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>
/// Ends a session for a shutdown so that nothing is left in doubt (docs/protocol/sessions.md): the client stops numbering, what it has sent is handled,
/// what it shall receive is acknowledged, and only then the socket is closed.
/// </summary>
internal static class SessionDrain
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(ServerSession session, SocketServer server)
    {
        if (session.Socket is { } socket)
        {
            using var timeout = new CancellationTokenSource(server.Options.DrainTimeout, server.Time);
            await HandOverAsync(session, socket.Connection, server, timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await SayGoodbyeAsync(session, socket.Connection, server).ConfigureAwait(false);
        }

        session.End(SessionEnd.Drained);
    }

    private static async Task HandOverAsync(ServerSession session, Connection connection, SocketServer server, CancellationToken timeout)
    {
        var peer = session.Peer;
        peer.Frames.TellState(MessageKind.Drain, new DrainNotice(server.Options.ReconnectSpread, Last: null).ToBytes());

        // The pong comes behind everything that the client sent before it read the notice.
        var pongs = peer.Progress.Pongs;
        peer.Frames.RequestPing();
        while (!connection.Ended.IsCompleted && (peer.Progress.Pongs == pongs || !session.Hubs.AreIdle() || peer.Progress.Unacknowledged > 0))
        {
            await Task.Delay(Poll, server.Time, timeout).ConfigureAwait(false);
        }
    }

    private static async Task SayGoodbyeAsync(ServerSession session, Connection connection, SocketServer server)
    {
        var last = session.Peer.Seal("the server is shutting down");
        session.Peer.Frames.TellState(MessageKind.Drain, new DrainNotice(server.Options.ReconnectSpread, (uint)last).ToBytes());
        session.Peer.Frames.RequestPong();
        using var timeout = new CancellationTokenSource(server.Times.Close, server.Time);
        await connection.WhenFlushedAsync().WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

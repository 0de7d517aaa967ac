using System.Net.Sockets;

namespace TypedSockets.Testing.Faults;

/// <summary>Two ways to end a TCP stream, whatever its other end has done meanwhile.</summary>
internal static class SocketEnds
{
    extension(Socket socket)
    {
        /// <summary>Closes the socket with RST.</summary>
        public void Reset()
        {
            Try(() => socket.LingerState = new LingerOption(enable: true, seconds: 0));
            socket.Dispose();
        }

        /// <summary>Sends FIN; the socket can still be read.</summary>
        public void Finish() => Try(() => socket.Shutdown(SocketShutdown.Send));
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The other end, or another fault, was faster.
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace TypedSockets.Testing.Faults;

/// <summary>Where the server listens.</summary>
internal sealed class ServerAddress(IPAddress[] addresses, int port)
{
    public ValueTask ConnectAsync(Socket socket, CancellationToken cancel) => socket.ConnectAsync(addresses, port, cancel);
}

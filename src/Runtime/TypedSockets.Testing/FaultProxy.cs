using System.Net;
using System.Net.Sockets;
using TypedSockets.Testing.Faults;

namespace TypedSockets.Testing;

/// <summary>
/// Stands between clients and a server and does to their TCP connections what bad networks do: cuts them, loses, holds back, delays and chops up their bytes.
/// It knows nothing of what the bytes mean, so it serves any protocol over TCP; TLS passes through it. Thread-safe. After <see cref="DisposeAsync"/> its methods do nothing.
/// </summary>
/// <remarks>
/// Several faults can be in force at once, in one direction or in both. Bytes that were already handed to a socket cannot be called back: a fault applies to the bytes
/// that the proxy has not forwarded yet. The proxy itself holds up to 1 MiB, in up to 256 pieces, for each direction of a connection; only then does a sender feel that
/// its bytes are not taken.
/// </remarks>
public sealed class FaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly ProxyListener _listener;
    private readonly DirectionFaults _toServer;
    private readonly DirectionFaults _toClient;

    private FaultProxy(TcpListener listener, Uri server, ServerAddress serverAddress, TimeProvider time)
    {
        _toServer = new DirectionFaults(time);
        _toClient = new DirectionFaults(time);
        _listener = new ProxyListener(listener, client => new ProxiedConnection(client, serverAddress, _toServer, _toClient), time);
        Address = new UriBuilder(server) { Host = "127.0.0.1", Port = _listener.Port }.Uri;
    }

    /// <summary>What a client is to connect to: the server's address with the proxy's host and port in place of its own.</summary>
    public Uri Address { get; }

    /// <summary>How many connections are open. One that was cut does not count; one of which a single end has closed does.</summary>
    public int Connections => _listener.Open;

    /// <summary>How many connections were ever accepted, without those that were refused.</summary>
    public int Accepted => _listener.Accepted;

    /// <summary>Begins to listen on 127.0.0.1. The server need not run yet: it is connected to for each client anew.</summary>
    /// <param name="server">Where the server listens, of whatever scheme; must have a host and a port. A path is kept in <see cref="Address"/>.</param>
    /// <param name="port">The port to listen on, 0 to 65535; 0 for one that is free.</param>
    /// <param name="time">The clock of <see cref="Delay"/> and <see cref="Throttle"/>; null for the system's.</param>
    /// <param name="cancel">Ends the look-up of the server's host.</param>
    /// <returns>The proxy.</returns>
    /// <exception cref="ArgumentException"><paramref name="server"/> has no host or no port.</exception>
    /// <exception cref="SocketException">The server's host is unknown, or <paramref name="port"/> is taken.</exception>
    public static async Task<FaultProxy> StartAsync(Uri server, int port = 0, TimeProvider? time = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (!server.IsAbsoluteUri || server.Host.Length == 0 || server.Port <= 0)
        {
            throw new ArgumentException($"'{server}' does not say where the server is. Give a host and a port, such as 'http://127.0.0.1:5080'.", nameof(server));
        }

        var addresses = await Dns.GetHostAddressesAsync(server.DnsSafeHost, cancel).ConfigureAwait(false);
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return new FaultProxy(listener, server, new ServerAddress(addresses, server.Port), time ?? TimeProvider.System);
    }

    /// <summary>How many bytes were forwarded since the start, in all connections. Bytes that were swallowed or are held back do not count.</summary>
    /// <param name="direction">Which bytes.</param>
    /// <returns>The number of bytes.</returns>
    public long BytesForwarded(FaultDirection direction) => Faults(direction).Forwarded;

    /// <summary>Closes all open connections at both ends with FIN, in the middle of whatever is under way. New connections work.</summary>
    public void CutAll() => _listener.ForEach(static connection => connection.Cut(CutKind.Close));

    /// <summary>Resets all open connections at both ends with RST. New connections work.</summary>
    public void ResetAll() => _listener.ForEach(static connection => connection.Cut(CutKind.Reset));

    /// <summary>
    /// Cuts a connection as soon as so many further bytes were forwarded in a direction: not one byte more is. The bytes of all connections count, present and future;
    /// the connection that carries the last of them is cut, and the others are not. Bytes that are swallowed do not count. Takes the place of an earlier call for this direction.
    /// </summary>
    /// <param name="direction">Which bytes are counted.</param>
    /// <param name="bytes">How many are forwarded, 0 or more; with 0 the cut comes when the next byte is about to be forwarded.</param>
    /// <param name="kind">How the connection ends, at both ends.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative.</exception>
    public void CutAfter(FaultDirection direction, long bytes, CutKind kind = CutKind.Reset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        Faults(direction).Change(settings => settings with { Cut = new PlannedCut(bytes, kind) });
    }

    /// <summary>
    /// Loses all further bytes of a direction, in open and in new connections. Their TCP stays open, and the sender sees its bytes taken. The receiver is not told
    /// when the sender closes or is reset. A connection that has met this fault stays silent in this direction until it ends: no TCP stream goes on after a hole.
    /// </summary>
    /// <param name="direction">Which bytes are lost.</param>
    public void Blackhole(FaultDirection direction)
    {
        // First the new ones: a connection that is accepted in between would be missed.
        Faults(direction).Change(static settings => settings with { IsBlackholed = true });
        _listener.ForEach(connection => connection.Silence(direction));
    }

    /// <summary>
    /// Loses all further bytes of the open connections in both directions, and tells neither end what becomes of the other, as when a client's network has gone.
    /// They stay so until both ends have closed. New connections work.
    /// </summary>
    public void HalfOpen() => _listener.ForEach(static connection => connection.Silence());

    /// <summary>
    /// Forwards no bytes of a direction, in open and in new connections, until <see cref="Mend"/>; then they flow on in order. Once the buffers on the way are full, of
    /// the sockets and of the proxy, the sender cannot send. That the sender has closed or was reset is held back as well.
    /// </summary>
    /// <param name="direction">Which bytes are held back.</param>
    public void Stall(FaultDirection direction) => Faults(direction).Change(static settings => settings with { IsStalled = true });

    /// <summary>Limits the bytes of a direction, in open and in new connections, until <see cref="Mend"/>. Each connection has the limit for itself. Approximate.</summary>
    /// <param name="direction">Which bytes are slowed down.</param>
    /// <param name="bytesPerSecond">The limit, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytesPerSecond"/> is not positive.</exception>
    public void Throttle(FaultDirection direction, int bytesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytesPerSecond);
        Faults(direction).Change(settings => settings with { BytesPerSecond = bytesPerSecond });
    }

    /// <summary>Forwards each byte of a direction in a write of its own, in open and in new connections, until <see cref="Mend"/>.</summary>
    /// <param name="direction">Which bytes are chopped up.</param>
    public void ByteByByte(FaultDirection direction) => Faults(direction).Change(static settings => settings with { IsByteByByte = true });

    /// <summary>Forwards the bytes of a direction later, in open and in new connections, until <see cref="Mend"/>. The end of a stream comes later as well.</summary>
    /// <param name="direction">Which bytes are late.</param>
    /// <param name="latency">By how much, 0 to 1 day; takes the place of an earlier delay, and also holds for bytes that are under way.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="latency"/> is negative or longer than a day.</exception>
    public void Delay(FaultDirection direction, TimeSpan latency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(latency, LongestDelay);
        Faults(direction).Change(settings => settings with { Delay = latency });
    }

    /// <summary>Resets new connections as soon as they are made, until <see cref="Accept"/> or <see cref="Mend"/>. Open ones are left alone.</summary>
    public void Refuse() => _listener.IsRefusing = true;

    /// <summary>Ends <see cref="Refuse"/>.</summary>
    public void Accept() => _listener.IsRefusing = false;

    /// <summary>
    /// Ends all faults: what was held back flows on at once, in order; a <see cref="CutAfter"/> that is not due yet is forgotten; new connections work. Only connections that
    /// have met <see cref="Blackhole"/> or <see cref="HalfOpen"/> stay silent, since bytes of theirs are lost.
    /// </summary>
    public void Mend()
    {
        _listener.IsRefusing = false;
        _toServer.Change(static _ => FaultSettings.None);
        _toClient.Change(static _ => FaultSettings.None);
    }

    /// <summary>Stops listening, resets all connections, and waits until nothing of the proxy runs any more.</summary>
    /// <returns>Completes when all sockets are closed.</returns>
    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private DirectionFaults Faults(FaultDirection direction) => direction switch
    {
        FaultDirection.ToServer => _toServer,
        FaultDirection.ToClient => _toClient,
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "There are two directions: ToServer and ToClient."),
    };
}

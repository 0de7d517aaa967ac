using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>Opens sockets. The seam at which tests put an in-memory transport.</summary>
internal interface IDialer
{
    /// <summary>Where the sockets lead.</summary>
    Uri Address { get; }

    /// <summary>Opens a socket.</summary>
    /// <exception cref="SocketConnectException">That failed.</exception>
    Task<ITransport> DialAsync(CancellationToken cancel);
}

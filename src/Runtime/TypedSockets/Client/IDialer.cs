using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>Opens sockets. The seam at which tests put an in-memory transport.</summary>
internal interface IDialer
{
    /// <summary>Where the sockets lead.</summary>
    Uri Address { get; }

    /// <summary>Whether an access token is sent, which can be fetched anew.</summary>
    bool HasToken { get; }

    /// <summary>Opens a socket.</summary>
    /// <param name="reason">Why an access token is needed.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SocketConnectException">That failed.</exception>
    Task<ITransport> DialAsync(TokenReason reason, CancellationToken cancel);
}

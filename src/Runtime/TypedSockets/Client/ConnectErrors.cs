using System.Net.Sockets;
using System.Security.Authentication;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>The texts of what can go wrong while connecting, in one place: what happened, to which address, what to do.</summary>
internal static class ConnectErrors
{
    private const int TooManyRequests = 429;

    public static SocketConnectException From(Uri address, int status, TimeSpan? retryAfter, Exception error)
    {
        if (status != 0)
        {
            return new SocketConnectException($"Could not connect to '{address}': the server answered {status}{Advice(address, status)}", address, status, inner: error)
            {
                RetryAfter = retryAfter,
                IsPermanent = status != TooManyRequests && status < 500,
            };
        }

        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return new SocketConnectException($"Could not connect to '{address}': {Describe(socket)}", address, inner: error);
            }
        }

        var reason = (error.InnerException ?? error).Message;
        return new SocketConnectException($"Could not connect to '{address}': {reason}", address, inner: error)
        {
            IsPermanent = error.GetBaseException() is AuthenticationException,
        };
    }

    public static SocketConnectException OtherProtocol(Uri address) =>
        new($"Could not connect to '{address}': the server does not speak '{ProtocolLimits.SubProtocol}'. "
            + "Another WebSocket endpoint answers there; check the path against the server's MapTypedSockets.", address) { IsPermanent = true };

    public static SocketConnectException GaveUp(Uri address, int attempts, Exception? error) =>
        new($"The client gave up connecting to '{address}': its ReconnectPolicy wants no dial number {attempts}.", address, inner: error) { IsPermanent = true };

    public static SocketConnectException Unexpected(Uri address, Exception error) =>
        new($"Could not connect to '{address}': {error.GetType().Name}: {error.Message}", address, inner: error);

    public static SocketConnectException NoToken(Uri address, Exception error) =>
        new($"Could not connect to '{address}': the AccessTokenProvider failed: {error.Message}", address, inner: error);

    public static SocketConnectException Disagreed(Uri address) =>
        new($"Could not connect to '{address}': client and server do not agree on what was sent and received. The session is given up, and a new one asked for.", address);

    public static SocketConnectException TimedOut(Uri address, TimeSpan timeout) =>
        new($"Could not connect to '{address}': no answer within {timeout.TotalSeconds:0.###} s. Check the address, and whether a firewall drops the packets.", address);

    public static SocketConnectException Refused(Uri address, TransportClose close)
    {
        var code = (SocketCloseCode)close.Code;
        var name = Enum.IsDefined(code) ? $"{close.Code} {code}" : $"{close.Code}";
        var advice = code switch
        {
            SocketCloseCode.Contract => " Build client and server from the same version of the contract, and register the hub on the server with AddHub.",
            SocketCloseCode.Unauthorized => " Sign in, or give the client an AccessTokenProvider.",
            SocketCloseCode.Version => " Update the older of the two TypedSockets packages.",
            SocketCloseCode.Draining or SocketCloseCode.Busy => " Try again later.",
            _ => "",
        };
        return new SocketConnectException(
            $"Could not connect to '{address}': the server closed during the handshake ({name}): {ShortText.Printable(close.Reason)}.{advice}", address, closeCode: code)
        {
            RetryAfter = RetryAfterText.Read(close.Reason),
            IsPermanent = CloseCodeRange.MeansStop(close.Code),
        };
    }

    public static SocketConnectException BadHandshake(Uri address, ProtocolException error) =>
        new($"Could not connect to '{address}': the server's handshake cannot be read: {error.Message}.", address, closeCode: error.CloseCode, inner: error)
        {
            IsPermanent = true,
        };

    private static string Describe(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "the connection was refused. Is the server running, and is the port right?",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "the host name is not known. Check the address.",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "the network cannot be reached.",
        _ => $"{error.SocketErrorCode}.",
    };

    private static string Advice(Uri address, int status) => status switch
    {
        400 => ". A TypedSockets endpoint answers so if the request is no WebSocket upgrade for it; check for a proxy in between.",
        401 => ": the server wants to know who connects. Give the client an AccessTokenProvider, or cookies through ConfigureWebSocket.",
        403 => ": the server does not allow this client or origin. Check its authorization and its AllowedOrigins.",
        404 => $": nothing listens at '{address.AbsolutePath}'. Check the path against the server's MapTypedSockets.",
        >= 200 and < 300 => " instead of upgrading to a WebSocket. The address leads to something else, or a proxy in between does not pass WebSockets on.",
        >= 300 and < 400 => ": a redirect, which a WebSocket does not follow. Use the address that it leads to.",
        _ => ".",
    };
}

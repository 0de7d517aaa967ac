namespace TypedSockets;

/// <summary>A client could not connect. The text says what happened, to which address, and what to do.</summary>
public sealed class SocketConnectException : TypedSocketException
{
    internal SocketConnectException(string message, Uri address, int? statusCode = null, SocketCloseCode? closeCode = null, Exception? inner = null)
        : base(message, inner)
    {
        Address = address;
        StatusCode = statusCode;
        CloseCode = closeCode;
    }

    /// <summary>How long the server asks to wait before the next dial.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it will not pass by itself, however often the client dials.</summary>
    internal bool IsPermanent { get; init; }

    /// <summary>Where the client wanted to connect.</summary>
    public Uri Address { get; }

    /// <summary>The HTTP status of the answer, if one came that was no upgrade.</summary>
    public int? StatusCode { get; }

    /// <summary>Why the server closed, if it did so during the handshake.</summary>
    public SocketCloseCode? CloseCode { get; }
}

using TypedSockets.Hubs;

namespace TypedSockets;

/// <summary>The other end answered a call with an error.</summary>
public class SocketRemoteException : TypedSocketException
{
    internal SocketRemoteException(SocketErrorCode code, string method, string message)
        : base(message)
    {
        Code = code;
        Method = method;
    }

    /// <summary>Why the call failed.</summary>
    public SocketErrorCode Code { get; }

    /// <summary>The contract method that was called, for instance <c>IChatHub.Post</c>; empty in an error that has not been sent.</summary>
    public string Method { get; }
}

/// <summary>
/// A call failed with an error that its contract declares by <see cref="ThrowsAttribute{TError}"/>: what the handler throws, and what the caller catches.
/// </summary>
/// <typeparam name="TError">The error.</typeparam>
public sealed class SocketRemoteException<TError> : SocketRemoteException
    where TError : notnull
{
    /// <summary>Creates the error for a handler to throw.</summary>
    /// <param name="error">What the caller is told.</param>
    public SocketRemoteException(TError error)
        : base(DeclaredError.FirstCode, "", $"The call failed with a '{typeof(TError).Name}'.") => Error = error;

    internal SocketRemoteException(TError error, SocketErrorCode code, string method)
        : base(code, method, $"'{method}' failed with a '{typeof(TError).Name}'; see {nameof(Error)}.") => Error = error;

    /// <summary>What the handler said.</summary>
    public TError Error { get; }
}

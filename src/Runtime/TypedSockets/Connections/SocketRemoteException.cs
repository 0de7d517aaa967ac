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

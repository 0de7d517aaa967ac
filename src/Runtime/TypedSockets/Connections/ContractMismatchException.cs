namespace TypedSockets;

/// <summary>
/// A member of a contract was not sent, because the server was built from another version of the contract, which does not have it, or has another of its name. The other
/// members of the hub go on.
/// </summary>
public sealed class ContractMismatchException : TypedSocketException
{
    internal ContractMismatchException(string message)
        : base(message)
    {
    }
}

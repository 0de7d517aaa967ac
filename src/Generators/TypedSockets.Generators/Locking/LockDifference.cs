namespace TypedSockets.Generators.Locking;

/// <summary>Something in a contract that deployed peers know otherwise.</summary>
/// <param name="IsServerSide">Whether it is the server that offers the member.</param>
/// <param name="Member">The member's name on the wire; null if it is of the contract as a whole.</param>
/// <param name="Reason">What the difference is; null if the member is gone.</param>
internal sealed record LockDifference(bool IsServerSide, string? Member, string? Reason);

using TypedSockets.Hubs;

namespace TypedSockets.Generators.Locking;

/// <summary>A contract in the lock.</summary>
/// <param name="Hub">The hub's name on the wire.</param>
/// <param name="Contract">What the contract was when it was recorded.</param>
internal sealed record LockedContract(string Hub, ContractManifest Contract);

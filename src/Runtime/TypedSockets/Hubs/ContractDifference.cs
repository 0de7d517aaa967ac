namespace TypedSockets;

/// <summary>A member that does not work between this client and its server, because they were built from different versions of a contract.</summary>
/// <param name="Hub">The hub's name on the wire.</param>
/// <param name="Member">The member, for instance <c>IChatHub.Post</c>; its name on the wire if this client does not have it.</param>
/// <param name="Reason">The first difference.</param>
public sealed record ContractDifference(string Hub, string Member, string Reason);

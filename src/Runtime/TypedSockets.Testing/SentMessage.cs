namespace TypedSockets.Testing;

/// <summary>Something that a hub under test has sent.</summary>
/// <param name="Recipient">To whom: <c>caller</c>, <c>all</c>, <c>others</c>, <c>group:NAME</c>, <c>othersInGroup:NAME</c>, <c>user:ID</c>, <c>connection:ID</c>,
/// or <c>allExcept:ID,ID</c>; several groups or users stand in one recipient, separated by commas.</param>
/// <param name="Method">The name of the client's method.</param>
/// <param name="Arguments">The arguments, after a round trip through their codecs, without the token.</param>
public sealed record SentMessage(string Recipient, string Method, IReadOnlyList<object?> Arguments);

using TypedSockets.Hubs;

namespace TypedSockets.Sessions;

/// <summary>What is kept of an emit or a call, after its body was freed, until the other end has taken it: enough to name it if the session is lost.</summary>
/// <param name="Channel">The channel's index at this end.</param>
/// <param name="Method">The method.</param>
/// <param name="Number">The message's number.</param>
/// <param name="Bytes">The size of its arguments.</param>
/// <param name="IsCall">Whether its caller waits for an answer.</param>
internal readonly record struct UntakenMessage(int Channel, HubMethod Method, long Number, int Bytes, bool IsCall);

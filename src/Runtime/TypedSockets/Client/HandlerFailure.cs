namespace TypedSockets;

/// <summary>A handler that was subscribed with <c>On</c> has thrown.</summary>
/// <param name="Method">The contract method, for instance <c>IChatClient.Posted</c>.</param>
/// <param name="Error">What it threw.</param>
public sealed record HandlerFailure(string Method, Exception Error);

namespace TypedSockets;

/// <summary>What a token provider is told.</summary>
/// <param name="Reason">Why a token is needed.</param>
/// <param name="CancellationToken">Cancelled when it is not needed any more.</param>
public readonly record struct TokenContext(TokenReason Reason, CancellationToken CancellationToken);

using System.Security.Cryptography;

namespace TypedSockets.Sessions;

/// <summary>What a session is known by: an id, and the hash of a secret that its client alone holds.</summary>
internal sealed class SessionCredentials(ReadOnlySpan<byte> id, ReadOnlySpan<byte> secret)
{
    private readonly byte[] _secretHash = SHA256.HashData(secret);

    public Guid Id { get; } = new(id);

    /// <summary>Whether the secrets are the same; takes the same time whatever differs.</summary>
    public bool HasSecretOf(SessionCredentials other) => CryptographicOperations.FixedTimeEquals(_secretHash, other._secretHash);
}

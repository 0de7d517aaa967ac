namespace TypedSockets.Sessions;

/// <summary>Compares session ids. Clients choose them, so their hash is keyed: nobody can make them collide on purpose.</summary>
internal sealed class SessionIdComparer : IEqualityComparer<Guid>
{
    public static SessionIdComparer Instance { get; } = new();

    public bool Equals(Guid x, Guid y) => x == y;

    public int GetHashCode(Guid obj)
    {
        var hash = default(HashCode);
        Span<byte> bytes = stackalloc byte[16];
        obj.TryWriteBytes(bytes);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}

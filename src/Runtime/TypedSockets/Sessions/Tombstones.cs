namespace TypedSockets.Sessions;

/// <summary>The sessions that have ended lately. Callers hold the registry's lock.</summary>
internal sealed class Tombstones
{
    // About 50 MB. More sessions would have to end within five minutes before one is forgotten early.
    private const int Max = 262_144;

    private readonly Dictionary<Guid, Tombstone> _byId = new(SessionIdComparer.Instance);
    private readonly Queue<Tombstone> _byAge = new();

    public Tombstone? Find(Guid id) => _byId.GetValueOrDefault(id);

    public void Add(Tombstone tombstone)
    {
        _byId[tombstone.Credentials.Id] = tombstone;
        _byAge.Enqueue(tombstone);
        if (_byAge.Count > Max)
        {
            ForgetOldest();
        }
    }

    /// <summary>Forgets those whose time is over.</summary>
    public void Forget(TimeSpan now)
    {
        while (_byAge.TryPeek(out var oldest) && oldest.ForgetAt <= now)
        {
            ForgetOldest();
        }
    }

    private void ForgetOldest() => _byId.Remove(_byAge.Dequeue().Credentials.Id);
}

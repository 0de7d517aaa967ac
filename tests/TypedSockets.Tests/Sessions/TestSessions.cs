using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>Sessions for a registry: each is known by a number, which its id and its secret are made of.</summary>
internal static class TestSessions
{
    public static ResumeLimits Limits { get; } = new(TimeSpan.FromMinutes(2), Budget: 1_000_000, PerUser: 100, PerAddress: 100);

    /// <summary>The credentials of a session; a wrong secret if another number is given.</summary>
    public static SessionCredentials Credentials(int number, int? secret = null) => new(Bytes(number, 16), Bytes(secret ?? number, 32));

    public static SessionEntry<string> Entry(int number, string? userId = null, uint attempt = 1, string? owner = null) =>
        new($"session {number}", Credentials(number), userId, owner ?? userId ?? "address", attempt);

    /// <summary>Adds a session.</summary>
    public static SessionEntry<string> Add(this SessionRegistry<string> registry, int number, string? userId = null, uint attempt = 1, string? owner = null)
    {
        var entry = Entry(number, userId, attempt, owner);
        Assert.True(registry.TryAdd(entry));
        return entry;
    }

    private static byte[] Bytes(int number, int length)
    {
        var bytes = new byte[length];
        BitConverter.TryWriteBytes(bytes, number);
        return bytes;
    }
}

namespace TypedSockets.Integration.Tests.Kit;

/// <summary>How long a test waits for what must happen before it says that it did not.</summary>
internal static class Limit
{
    public static TimeSpan Long { get; } = TimeSpan.FromSeconds(30);
}

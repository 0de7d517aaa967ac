namespace TypedSockets.Connections;

/// <summary>Marks what the application sends to set up a new session: it goes before the emits that were carried over from the old one.</summary>
internal static class UrgentScope
{
    private static readonly AsyncLocal<bool> Entered = new();

    public static bool IsEntered => Entered.Value;

    /// <summary>Marks everything that is sent from here on, in this asynchronous flow.</summary>
    public static void Enter() => Entered.Value = true;
}

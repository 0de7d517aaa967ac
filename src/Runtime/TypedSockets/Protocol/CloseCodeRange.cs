namespace TypedSockets.Protocol;

/// <summary>What a close code means for a client. The range decides, so that an old client can handle a new code (docs/protocol/codes.md).</summary>
internal static class CloseCodeRange
{
    /// <summary>Whether the session is over, and the next dial asks for a new one.</summary>
    public static bool MeansNewSession(int code) => code is >= 4100 and <= 4199;

    /// <summary>Whether dialling again would change nothing.</summary>
    public static bool MeansStop(int code) => code is >= 4200 and <= 4299;
}

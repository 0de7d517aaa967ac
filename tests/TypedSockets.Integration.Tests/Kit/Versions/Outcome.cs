namespace TypedSockets.Integration.Tests.Kit.Versions;

/// <summary>What a call came to, as a text.</summary>
internal static class Outcome
{
    public static async Task<string> OfAsync<T>(ValueTask<T> call)
    {
        try
        {
            return $"{await call}";
        }
        catch (SocketRemoteException error)
        {
            return $"{error.Code}";
        }
    }
}

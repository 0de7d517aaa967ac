namespace TypedSockets;

/// <summary>Decides when a client dials again. Called by one loop at a time for each client; one policy may serve many clients.</summary>
public interface IReconnectPolicy
{
    /// <summary>How long to wait before the next dial.</summary>
    /// <param name="context">What has happened so far.</param>
    /// <returns>The delay, 0 or more; null to give up, which closes the client.</returns>
    TimeSpan? Next(RetryContext context);
}

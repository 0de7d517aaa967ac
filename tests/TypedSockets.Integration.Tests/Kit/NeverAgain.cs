namespace TypedSockets.Integration.Tests.Kit;

/// <summary>Gives up at once.</summary>
internal sealed class NeverAgain : IReconnectPolicy
{
    public TimeSpan? Next(RetryContext context) => null;
}

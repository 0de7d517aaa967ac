namespace TypedSockets.Tests.Client;

/// <summary>Notes what it is asked, and answers as a test says; by default with no delay.</summary>
internal sealed class NotedPolicy(Func<RetryContext, TimeSpan?>? next = null) : IReconnectPolicy
{
    public List<RetryContext> Asked { get; } = [];

    public TimeSpan? Next(RetryContext context)
    {
        Asked.Add(context);
        return next is null ? TimeSpan.Zero : next(context);
    }
}

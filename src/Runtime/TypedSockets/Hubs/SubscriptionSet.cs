namespace TypedSockets.Hubs;

/// <summary>Several subscriptions that end together; what <c>On.Bind</c> returns. Called by generated code.</summary>
/// <param name="subscriptions">The subscriptions.</param>
public sealed class SubscriptionSet(params IDisposable[] subscriptions) : IDisposable
{
    /// <summary>Ends them all. May be called more than once.</summary>
    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}

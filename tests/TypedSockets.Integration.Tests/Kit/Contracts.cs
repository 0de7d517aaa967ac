using TypedSockets.Hubs;

namespace TypedSockets.Integration.Tests.Kit;

/// <summary>The contracts of the test hubs, for clients that speak bytes.</summary>
internal static class Contracts
{
    public static HubContract Text { get; } = Of<ITextHub>();

    public static HubContract Probe { get; } = Of<IProbeHub>();

    public static HubContract Of<THub>()
        where THub : class, IHubContract<THub> => THub.Contract;
}

using System.Collections.Concurrent;
using TypedSockets.AspNetCore.Recipients;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>Who is connected to which hub, for the whole application.</summary>
internal sealed class HubDirectory
{
    private readonly ConcurrentDictionary<HubContract, HubMembers> _hubs = new();

    public HubMembers Members(HubContract contract) => _hubs.GetOrAdd(contract, static _ => new HubMembers());
}

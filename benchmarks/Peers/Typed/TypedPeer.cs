using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Hubs;

namespace Peers.Typed;

/// <summary>TypedSockets as it comes.</summary>
internal sealed class TypedPeer : IPeer
{
    /// <summary>The fingerprint and the methods in the order of their numbers: a generator that speaks the bytes has to know them.</summary>
    public string Details => Describe<ILoadHub>();

    public void Configure(WebApplicationBuilder builder) => builder.Services.AddTypedSockets().AddHub<ILoadHub, LoadHub>();

    public void Map(WebApplication app) => app.MapTypedSockets("/ws");

    private static string Describe<THub>()
        where THub : class, IHubContract<THub>
    {
        var contract = THub.Contract;
        return $"{Convert.ToHexString(contract.Fingerprint)}|{Names(contract.Server)}|{Names(contract.Client)}";
    }

    private static string Names(ContractSide side)
    {
        List<string> names = [];
        foreach (var method in side.Methods)
        {
            names.Add(method.Name);
        }

        return string.Join(',', names);
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Decides which of an endpoint's hubs a client may open.</summary>
internal sealed class HubAdmission(IReadOnlyList<HubRegistration> hubs, HttpContext http)
{
    public ClaimsPrincipal User { get; } = http.User;

    /// <summary>A hub's number on the wire: its place on the endpoint, the same for every client.</summary>
    public uint IdOf(HubRegistration hub)
    {
        for (var i = 0; i < hubs.Count; i++)
        {
            if (ReferenceEquals(hubs[i], hub))
            {
                return (uint)i;
            }
        }

        throw new ArgumentException($"Hub '{hub.Contract.Name}' is not on this endpoint.", nameof(hub));
    }

    /// <summary>Finds the hub that a client asks for.</summary>
    /// <exception cref="ProtocolException">There is none, it was built from another contract, or the client may not have it.</exception>
    public async ValueTask<HubRegistration> AdmitAsync(ChannelRequest request)
    {
        var hub = hubs.FirstOrDefault(hub => hub.Contract.Name == request.Hub)
            ?? throw new ProtocolException(SocketCloseCode.Contract, $"there is no hub '{CloseReason.Shorten(request.Hub, 60)}' here");
        if (!hub.Contract.Fingerprint.SequenceEqual(request.Fingerprint))
        {
            throw new ProtocolException(SocketCloseCode.Contract, $"hub '{CloseReason.Shorten(request.Hub, 60)}' was built from another contract");
        }

        if (hub.Authorization.Count > 0 && !await IsAuthorizedAsync(hub).ConfigureAwait(false))
        {
            throw new ProtocolException(SocketCloseCode.Unauthorized, $"hub '{CloseReason.Shorten(request.Hub, 60)}' may not be opened by this user");
        }

        return hub;
    }

    private async Task<bool> IsAuthorizedAsync(HubRegistration hub)
    {
        var policies = http.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy = await AuthorizationPolicy.CombineAsync(policies, hub.Authorization).ConfigureAwait(false);
        if (policy is null)
        {
            return true;
        }

        var service = http.RequestServices.GetRequiredService<IAuthorizationService>();
        return (await service.AuthorizeAsync(User, http, policy).ConfigureAwait(false)).Succeeded;
    }
}

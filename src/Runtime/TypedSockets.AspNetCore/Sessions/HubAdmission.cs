using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Decides, for one socket, which of an endpoint's hubs its client may have. Used only while the socket's HTTP request lives.</summary>
internal sealed class HubAdmission(IReadOnlyList<HubRegistration> hubs, HttpContext http, TypedSocketsOptions options)
{
    /// <summary>Who is connected.</summary>
    public ClaimsPrincipal User { get; private set; } = http.User;

    /// <summary>Until when the request's authentication is good; null if that is not said.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; } =
        http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;

    public string? UserId => options.UserId(User);

    /// <summary>By what sessions that wait are counted: the user, or the address of clients without one.</summary>
    public string Owner => UserId is { } user ? $"user {user}" : $"address {http.Connection.RemoteIpAddress}";

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

    /// <summary>Finds the hubs that a client asks for.</summary>
    /// <exception cref="ProtocolException">One of them cannot be had.</exception>
    public async ValueTask<List<HubRegistration>> AdmitAsync(IEnumerable<ChannelRequest> requests)
    {
        List<HubRegistration> admitted = [];
        foreach (var request in requests)
        {
            admitted.Add(await AdmitAsync(request).ConfigureAwait(false));
        }

        return admitted;
    }

    /// <summary>Finds the hub that a client asks for.</summary>
    /// <exception cref="ProtocolException">There is none, it was built from another contract, or the client may not have it.</exception>
    public async ValueTask<HubRegistration> AdmitAsync(ChannelRequest request)
    {
        var hub = hubs.FirstOrDefault(hub => hub.Contract.Name == request.Hub)
            ?? throw new ProtocolException(SocketCloseCode.Contract, $"there is no hub {ShortText.Quote(request.Hub)} here");
        if (!hub.Contract.Fingerprint.SequenceEqual(request.Fingerprint))
        {
            throw new ProtocolException(SocketCloseCode.Contract, $"hub {ShortText.Quote(request.Hub)} was built from another contract");
        }

        await AuthorizeAsync(hub).ConfigureAwait(false);
        return hub;
    }

    /// <summary>Looks again whether the client may have the hubs that it has.</summary>
    /// <exception cref="ProtocolException">It may not.</exception>
    public async ValueTask AuthorizeAsync(IEnumerable<HubRegistration> open)
    {
        foreach (var hub in open)
        {
            await AuthorizeAsync(hub).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the user from a token, for clients that cannot send it with their request.</summary>
    /// <exception cref="ProtocolException">The token is not good.</exception>
    public async ValueTask SignInAsync(string token)
    {
        var ticket = await AuthenticateAsync(token).ConfigureAwait(false);
        User = ticket.Principal;
        ExpiresAt = ticket.Properties.ExpiresUtc;
    }

    /// <summary>Goes on with a fresh token, if it is the same user's and still lets the client have its hubs.</summary>
    /// <exception cref="ProtocolException">It does not.</exception>
    public async ValueTask RefreshAsync(string token, IEnumerable<HubRegistration> open)
    {
        var user = UserId;
        await SignInAsync(token).ConfigureAwait(false);
        if (UserId != user)
        {
            throw ProtocolErrors.OtherUser();
        }

        await AuthorizeAsync(open).ConfigureAwait(false);
    }

    private async Task<AuthenticationTicket> AuthenticateAsync(string token) =>
        await TokenAuthentication.AuthenticateAsync(token, http).ConfigureAwait(false)
            ?? throw new ProtocolException(SocketCloseCode.Unauthorized, "the token was refused");

    private async ValueTask AuthorizeAsync(HubRegistration hub)
    {
        if (hub.Authorization.Count > 0 && !await IsAuthorizedAsync(hub).ConfigureAwait(false))
        {
            throw new ProtocolException(SocketCloseCode.Unauthorized, $"hub {ShortText.Quote(hub.Contract.Name)} may not be opened by this user");
        }
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

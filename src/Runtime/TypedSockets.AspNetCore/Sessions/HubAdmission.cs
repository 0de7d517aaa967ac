using System.Security.Claims;
using System.Text;
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
    /// <param name="requests">What it asks for.</param>
    /// <param name="maxFrameBytes">What it reads.</param>
    /// <exception cref="ProtocolException">One of them cannot be had.</exception>
    public async ValueTask<List<HubRegistration>> AdmitAsync(IEnumerable<ChannelRequest> requests, int maxFrameBytes)
    {
        List<HubRegistration> admitted = [];
        foreach (var request in requests)
        {
            var hub = await AdmitAsync(request, maxFrameBytes).ConfigureAwait(false);
            maxFrameBytes -= ManifestBytes(hub, request);
            admitted.Add(hub);
        }

        return admitted;
    }

    /// <summary>Finds the hub that a client asks for.</summary>
    /// <param name="request">What it asks for.</param>
    /// <param name="maxFrameBytes">How much it may be told at once.</param>
    /// <exception cref="ProtocolException">There is none, its contract is another and cannot be told, or the client may not have it.</exception>
    public async ValueTask<HubRegistration> AdmitAsync(ChannelRequest request, int maxFrameBytes)
    {
        var hub = hubs.FirstOrDefault(hub => hub.Contract.Name == request.Hub)
            ?? throw new ProtocolException(SocketCloseCode.Contract, $"there is no hub {ShortText.Quote(request.Hub)} here");
        var manifestBytes = ManifestBytes(hub, request);
        if (manifestBytes > 0 && manifestBytes > maxFrameBytes - ProtocolLimits.WelcomeBytes)
        {
            throw ProtocolErrors.OtherContract(request.Hub);
        }

        await AuthorizeAsync(hub).ConfigureAwait(false);
        return hub;
    }

    /// <summary>What a client is told of a hub that is open.</summary>
    /// <param name="hub">The hub.</param>
    /// <param name="requests">What the client knows of its hubs.</param>
    public ChannelGrant Grant(HubRegistration hub, IEnumerable<ChannelRequest> requests)
    {
        var request = requests.FirstOrDefault(request => request.Hub == hub.Contract.Name);
        var differs = request is not null && !hub.Contract.Fingerprint.SequenceEqual(request.Fingerprint);
        return new ChannelGrant(hub.Contract.Name, IdOf(hub), differs ? hub.Contract.Manifest : null);
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

    // What the client has to be told of a contract that is not its own; without a manifest there is nothing to tell, and no way to go on.
    private static int ManifestBytes(HubRegistration hub, ChannelRequest request)
    {
        if (hub.Contract.Fingerprint.SequenceEqual(request.Fingerprint))
        {
            return 0;
        }

        return hub.Contract.Manifest is { } manifest ? Encoding.UTF8.GetByteCount(manifest) : throw ProtocolErrors.OtherContract(request.Hub);
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

using Microsoft.AspNetCore.Authorization;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>A hub that an endpoint offers.</summary>
internal abstract class HubRegistration(HubContract contract)
{
    public HubContract Contract => contract;

    /// <summary>The <c>[Authorize]</c> attributes of the hub class.</summary>
    public virtual IReadOnlyList<IAuthorizeData> Authorization => [];

    /// <summary>Creates what handles one session's messages.</summary>
    public abstract HubHandler CreateHandler(HubBinding binding);
}

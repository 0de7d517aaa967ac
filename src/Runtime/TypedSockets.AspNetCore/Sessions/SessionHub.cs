using TypedSockets.AspNetCore.Hubs;
using TypedSockets.AspNetCore.Recipients;
using TypedSockets.Connections;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>One hub of one session, from its opening to its end.</summary>
internal sealed class SessionHub(HubRegistration registration, HubHandler handler, HubMember member, HubMembers members, Channel channel)
{
    private bool _connected;

    public HubRegistration Registration => registration;

    public Channel Channel => channel;

    /// <summary>Lets the client be reached, tells the hub, and then lets messages in.</summary>
    public async ValueTask ConnectAsync()
    {
        members.Add(member);
        await handler.ConnectedAsync().ConfigureAwait(false);
        _connected = true;
        channel.Start();
    }

    /// <summary>Tells the hub that the line is lost.</summary>
    public ValueTask PausedAsync() => handler.PausedAsync();

    /// <summary>Tells the hub that the line is back.</summary>
    public ValueTask ResumedAsync() => handler.ResumedAsync();

    /// <summary>Lets the running handlers finish, takes the client out of every group, and tells the hub.</summary>
    public async ValueTask DisconnectAsync(DisconnectReason reason)
    {
        await channel.StopAsync().ConfigureAwait(false);
        members.Remove(member);
        try
        {
            if (_connected)
            {
                await handler.DisconnectedAsync(reason).ConfigureAwait(false);
            }
        }
        finally
        {
            await handler.DisposeAsync().ConfigureAwait(false);
        }
    }
}

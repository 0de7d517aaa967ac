namespace TypedSockets;

/// <summary>How long a hub object lives.</summary>
public enum HubLifetime
{
    /// <summary>As long as its session: fields are the connection's state. Its services are of one scope, that of the session.</summary>
    PerSession,

    /// <summary>One call, in a service scope of its own; for hubs that need a database context.</summary>
    PerCall,
}

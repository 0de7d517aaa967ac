namespace EndToEnd.Clients;

/// <summary>A client that is measured, and the server that it needs.</summary>
/// <param name="Name">As a client process is told it.</param>
/// <param name="Server">A name of the peers.</param>
/// <param name="Create">Makes one for the server's port; it does not connect yet.</param>
internal sealed record ClientKind(string Name, string Server, Func<int, IClient> Create)
{
    public static ClientKind Typed { get; } = new("typedsockets", "typedsockets", port => new TypedClient(port));

    public static ClientKind SignalR { get; } = new("signalr", "signalr-msgpack", port => new SignalRClient(port, negotiates: true));

    public static ClientKind SignalRDirect { get; } = new("signalr-direct", "signalr-msgpack", port => new SignalRClient(port, negotiates: false));

    public static ClientKind Find(string name) => new[] { Typed, SignalR, SignalRDirect }.Single(kind => kind.Name == name);
}

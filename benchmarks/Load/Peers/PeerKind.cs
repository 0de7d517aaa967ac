using Load.Wires;

namespace Load.Peers;

/// <summary>A server that is measured, and how its wire is spoken.</summary>
/// <param name="Name">As it is told on the command line and in the tables.</param>
/// <param name="Command">What starts it: a name of the .NET peers, or a script of the Node ones.</param>
/// <param name="CreateWire">Makes one connection's wire from what the peer said when it started.</param>
internal sealed record PeerKind(string Name, string[] Command, Func<ILoad, string, Wire> CreateWire)
{
    /// <summary>The reference: its ratio is 1.00.</summary>
    public const string Reference = "plain";

    public static IReadOnlyList<PeerKind> All { get; } =
    [
        new(Reference, ["plain"], (load, _) => new PlainWire(load)),
        new("typedsockets", ["typedsockets"], (load, details) => new TypedWire(load, new TypedContract(details), new TypedSession())),
        new("frames", ["frames"], (load, details) => new FramesWire(load, new TypedContract(details))),
        new("signalr-msgpack", ["signalr-msgpack"], (load, _) => new SignalRMessagePackWire(load)),
        new("signalr-json", ["signalr-json"], (load, _) => new SignalRJsonWire(load)),
        new("grpc", ["grpc"], (load, _) => new GrpcWire(load)),
        new("socketio-msgpack", ["socketio.mjs", "msgpack"], (load, _) => new SocketIoMessagePackWire(load)),
        new("socketio-json", ["socketio.mjs", "json"], (load, _) => new SocketIoJsonWire(load)),
        new("node-ws", ["ws.mjs"], (load, _) => new PlainWire(load)),
    ];

    public bool IsNode => Command[0].EndsWith(".mjs", StringComparison.Ordinal);
}

using MessagePack;

namespace Peers.SignalR;

/// <summary>What a call answers.</summary>
[MessagePackObject]
public sealed record Move([property: Key(0)] string Player, [property: Key(1)] int X, [property: Key(2)] double Y);

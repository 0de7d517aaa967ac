using TypedSockets;

namespace Peers.Typed;

/// <summary>What the generator offers.</summary>
public interface ILoadClient
{
    /// <summary>An event to everyone.</summary>
    void Event(byte[] data);

    /// <summary>A pushed event, which may wait for room.</summary>
    [OneWay]
    ValueTask Pushed(byte[] data);
}

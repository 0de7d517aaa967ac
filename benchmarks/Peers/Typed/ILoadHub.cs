using TypedSockets;

namespace Peers.Typed;

/// <summary>What is measured.</summary>
[SocketHub<ILoadClient>("load")]
public partial interface ILoadHub
{
    /// <summary>Answers with its arguments.</summary>
    ValueTask<Move> Call(string player, int x, double y);

    /// <summary>Is only read.</summary>
    void Emit(string player, int x, double y);

    /// <summary>Sends an event to everyone.</summary>
    void Publish();

    /// <summary>Sends so many events of so many bytes to the caller.</summary>
    [OneWay]
    ValueTask Push(int count, int bytes);
}

using Micro.Codecs;
using TypedSockets;

namespace Micro;

/// <summary>What the benchmarks say to the server.</summary>
[SocketHub<IMicroClient>("micro")]
public partial interface IMicroHub
{
    /// <summary>An event whose arguments need no memory of their own.</summary>
    void Tick(int number, long at, double value);

    /// <summary>An event with a text, which needs a string when it is read.</summary>
    void Say(string text);

    /// <summary>A small event of mixed arguments.</summary>
    void Note(string text, int number, double value);

    /// <summary>An event with an object.</summary>
    void Place(Order order);

    /// <summary>Asks the server to send ticks to everyone.</summary>
    void Broadcast(int count);
}

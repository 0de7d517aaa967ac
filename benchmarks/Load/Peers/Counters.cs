using Load.Sockets;
using Load.Wires;

namespace Load.Peers;

/// <summary>What every scenario counts.</summary>
internal class Counters : ILoad
{
    private static readonly Latencies Shared = new();

    public int Open { get; private set; }

    public long Replies { get; private set; }

    public long Events { get; private set; }

    public int Lost { get; private set; }

    /// <summary>One at a time is measured, and the array is large: all share it.</summary>
    public Latencies Latencies { get; } = Shared;

    public virtual void Opened(Connection connection) => Open++;

    public virtual void Replied(Connection connection) => Replies++;

    public virtual void Came(Connection connection) => Events++;

    public virtual void Closed(Connection connection)
    {
        Lost++;
        throw new IOException("The server has cut a connection.");
    }
}

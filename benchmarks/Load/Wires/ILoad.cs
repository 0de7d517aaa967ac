using Load.Sockets;

namespace Load.Wires;

/// <summary>What a scenario hears of its connections.</summary>
internal interface ILoad
{
    /// <summary>The connection may be used.</summary>
    void Opened(Connection connection);

    /// <summary>A call was answered.</summary>
    void Replied(Connection connection);

    /// <summary>An event came.</summary>
    void Came(Connection connection);

    /// <summary>The server has closed it, or the line is lost.</summary>
    void Closed(Connection connection);
}

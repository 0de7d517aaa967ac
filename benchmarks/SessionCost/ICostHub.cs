using TypedSockets;

namespace SessionCost;

/// <summary>What is measured: one way, one event.</summary>
[SocketHub<ICostClient>("cost")]
public partial interface ICostHub
{
    /// <summary>Starts a push of so many events of so many bytes to the caller.</summary>
    /// <param name="count">How many.</param>
    /// <param name="bytes">The size of each.</param>
    [OneWay]
    ValueTask Push(int count, int bytes);
}

using TypedSockets;

namespace SessionCost;

/// <summary>What the measured client offers.</summary>
public interface ICostClient
{
    /// <summary>An event that may wait for room.</summary>
    /// <param name="data">The payload.</param>
    [OneWay]
    ValueTask Came(byte[] data);

    /// <summary>An event to everyone.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="data">The payload.</param>
    void Told(int number, byte[] data);
}

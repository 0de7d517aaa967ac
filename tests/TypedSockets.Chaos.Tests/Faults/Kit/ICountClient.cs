namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>What the counting clients offer.</summary>
public interface ICountClient
{
    [OneWay]
    ValueTask Counted(int number, byte[] ballast);

    /// <summary>To everybody: nobody waits for room.</summary>
    void Shouted(int number, byte[] ballast);

    [Volatile]
    void Glimpsed(int number);

    [Coalesce(nameof(item))]
    void Priced(string item, int price);

    ValueTask<int> Asked(int number);
}

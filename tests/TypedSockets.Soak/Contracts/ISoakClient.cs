namespace TypedSockets.Soak.Contracts;

/// <summary>What a client takes.</summary>
public interface ISoakClient
{
    [OneWay]
    ValueTask Down(long number, ReadOnlyMemory<byte> payload);

    /// <summary>Answers with the number.</summary>
    ValueTask<long> Ask(long number);
}

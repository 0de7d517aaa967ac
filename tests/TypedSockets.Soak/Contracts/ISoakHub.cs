namespace TypedSockets.Soak.Contracts;

/// <summary>What the server takes: numbers from 1, so that it sees what is missing, twice or late.</summary>
[SocketHub<ISoakClient>("soak")]
public partial interface ISoakHub
{
    [OneWay]
    ValueTask Up(long number, ReadOnlyMemory<byte> payload);

    /// <summary>Answers with the number.</summary>
    ValueTask<long> Call(long number);

    /// <summary>Answers never.</summary>
    ValueTask Hold(long number, CancellationToken cancel = default);
}

namespace TypedSockets.Integration.Tests.Kit;

/// <summary>What clients stream.</summary>
public interface IFlowClient
{
    IAsyncEnumerable<int> Produce(int count, CancellationToken cancel = default);

    ValueTask<long> Consume(IAsyncEnumerable<int> numbers);
}

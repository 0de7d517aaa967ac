namespace TypedSockets.Integration.Tests.Kit;

/// <summary>A hub whose members stream.</summary>
[SocketHub<IFlowClient>("flow")]
public partial interface IFlowHub
{
    IAsyncEnumerable<int> Count(int first, int count, CancellationToken cancel = default);

    IAsyncEnumerable<byte[]> Blocks(int count, int size);

    [Throws<OutOfStock>]
    IAsyncEnumerable<int> CountAndFail(int count, bool declared);

    ValueTask<long> Sum(int start, IAsyncEnumerable<int> numbers, CancellationToken cancel = default);

    Task<int> TakeSome(IAsyncEnumerable<int> numbers, int count);

    IAsyncEnumerable<string> Zip(IAsyncEnumerable<int> numbers, IAsyncEnumerable<string> words, CancellationToken cancel = default);

    ValueTask<long> AskForNumbers(int count);

    ValueTask<long> GiveNumbers(int count);

    ValueTask Hold(IAsyncEnumerable<int> numbers, CancellationToken cancel = default);

    ValueTask<int> Echo(int number);
}

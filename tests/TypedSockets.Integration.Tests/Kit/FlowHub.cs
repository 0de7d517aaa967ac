using System.Runtime.CompilerServices;

namespace TypedSockets.Integration.Tests.Kit;

public sealed class FlowHub(Probe probe) : SocketHub<IFlowClient>, IFlowHub
{
    public async IAsyncEnumerable<int> Count(int first, int count, [EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            for (var number = first; number < first + count; number++)
            {
                await Task.Yield();
                cancel.ThrowIfCancellationRequested();
                probe.Notes.Writer.TryWrite(number);
                yield return number;
            }
        }
        finally
        {
            probe.Happened.Writer.TryWrite("count ended");
        }
    }

    public async IAsyncEnumerable<byte[]> Blocks(int count, int size)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            var block = new byte[size];
            block[0] = (byte)i;
            yield return block;
        }
    }

    public async IAsyncEnumerable<int> CountAndFail(int count, bool declared)
    {
        for (var number = 0; number < count; number++)
        {
            await Task.Yield();
            yield return number;
        }

        throw declared ? new SocketRemoteException<OutOfStock>(new OutOfStock("numbers", count)) : new InvalidOperationException("swordfish");
    }

    public async ValueTask<long> Sum(int start, IAsyncEnumerable<int> numbers, CancellationToken cancel)
    {
        var sum = (long)start;
        try
        {
            await foreach (var number in numbers.WithCancellation(cancel))
            {
                sum += number;
            }
        }
        catch (OperationCanceledException)
        {
            probe.Happened.Writer.TryWrite($"sum cancelled at {sum}");
            throw;
        }

        return sum;
    }

    public async Task<int> TakeSome(IAsyncEnumerable<int> numbers, int count) => await numbers.Take(count).CountAsync();

    public async IAsyncEnumerable<string> Zip(IAsyncEnumerable<int> numbers, IAsyncEnumerable<string> words, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (number, word) in numbers.Zip(words).WithCancellation(cancel))
        {
            yield return $"{number} {word}";
        }
    }

    public async ValueTask<long> AskForNumbers(int count)
    {
        var sum = 0L;
        await foreach (var number in Clients.Caller.Produce(count))
        {
            sum += number;
        }

        return sum;
    }

    public ValueTask<long> GiveNumbers(int count) => Clients.Caller.Consume(AsyncEnumerable.Range(1, count));

    public async ValueTask Hold(IAsyncEnumerable<int> numbers, CancellationToken cancel)
    {
        probe.Blocked.TrySetResult();
        using var cancelled = cancel.UnsafeRegister(_ => probe.Happened.Writer.TryWrite("hold cancelled"), null);
        await probe.Unblock.Task;
    }

    public ValueTask<int> Echo(int number) => new(number);
}

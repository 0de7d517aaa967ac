using TypedSockets.Connections;

namespace TypedSockets.Tests.Connections;

public sealed class AsyncSignalTests
{
    [Fact]
    public async Task A_signal_before_the_wait_is_kept_as_one()
    {
        var signal = new AsyncSignal();
        signal.Set();
        signal.Set();
        await signal.WaitAsync();
        var second = signal.WaitAsync().AsTask();
        Assert.False(second.IsCompleted);
        signal.Set();
        await second.WaitAsync(TestPeer.Patience);
    }

    [Fact]
    public async Task No_signal_of_many_is_lost()
    {
        const int Count = 200_000;
        var signal = new AsyncSignal();
        var written = 0;
        var seen = 0;
        var waiter = Task.Run(async () =>
        {
            while (Volatile.Read(ref seen) < Count)
            {
                await signal.WaitAsync();
                Volatile.Write(ref seen, Volatile.Read(ref written));
            }
        });

        var setter = Task.Run(() =>
        {
            for (var i = 1; i <= Count; i++)
            {
                // The first makes the second meet a signal that the waiter is just about to clear.
                signal.Set();
                Volatile.Write(ref written, i);
                signal.Set();
                var patience = new SpinWait();
                while (i % 4 == 0 && Volatile.Read(ref seen) < i && !waiter.IsCompleted)
                {
                    patience.SpinOnce(sleep1Threshold: -1);
                }
            }
        });
        await Task.WhenAll(setter, waiter).WaitAsync(TestPeer.Patience);
        Assert.Equal(Count, seen);
    }

    [Fact]
    public async Task Signals_from_many_threads_wake_one_waiter()
    {
        const int Threads = 4;
        const int Each = 50_000;
        var signal = new AsyncSignal();
        var written = 0;
        var waiter = Task.Run(async () =>
        {
            while (Volatile.Read(ref written) < Threads * Each)
            {
                await signal.WaitAsync();
            }
        });
        var setters = Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                Interlocked.Increment(ref written);
                signal.Set();
            }
        }));
        await Task.WhenAll(setters).WaitAsync(TestPeer.Patience);
        await waiter.WaitAsync(TestPeer.Patience);
    }
}

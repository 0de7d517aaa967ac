using TypedSockets.Integration.Tests.Kit;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>Keeps what has happened, in order, and lets a test wait until it has. Thread-safe.</summary>
/// <typeparam name="T">What happens.</typeparam>
public sealed class Record<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _items = [];
    private readonly List<(Func<IReadOnlyList<T>, bool> Condition, TaskCompletionSource Met)> _waiters = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _items.Count;
            }
        }
    }

    public List<T> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            _items.Add(item);
            for (var i = _waiters.Count - 1; i >= 0; i--)
            {
                if (_waiters[i].Condition(_items))
                {
                    _waiters[i].Met.TrySetResult();
                    _waiters.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>How often something that is so has happened.</summary>
    public int CountOf(T item) => Items.Count(other => EqualityComparer<T>.Default.Equals(other, item));

    /// <summary>Waits until so much has happened.</summary>
    public Task UntilAsync(int count) => UntilAsync(items => items.Count >= count, $"{count} items");

    /// <summary>Waits until something has happened so often.</summary>
    public Task UntilAsync(T item, int times) =>
        UntilAsync(items => items.Count(other => EqualityComparer<T>.Default.Equals(other, item)) >= times, $"{times} times '{item}'");

    /// <summary>Waits until something holds of all that has happened.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<T>, bool> condition, string what)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (condition(_items))
            {
                return;
            }

            _waiters.Add((condition, met));
        }

        try
        {
            await met.Task.WaitAsync(Limit.Long);
        }
        catch (TimeoutException)
        {
            var items = Items;
            Assert.Fail($"Waited in vain for {what}. There were {items.Count}, the last of them: {string.Join(", ", items.TakeLast(10))}");
        }
    }
}

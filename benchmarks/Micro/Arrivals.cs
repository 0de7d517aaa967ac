namespace Micro;

/// <summary>Waits, without allocating, until so many messages have arrived.</summary>
public sealed class Arrivals : IDisposable
{
    private readonly ManualResetEventSlim _all = new();
    private int _missing;

    /// <summary>Expects messages.</summary>
    public void Expect(int count)
    {
        _all.Reset();
        Volatile.Write(ref _missing, count);
    }

    /// <summary>Notes one.</summary>
    public void Note()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _all.Set();
        }
    }

    /// <summary>Waits for the last.</summary>
    public void Wait()
    {
        if (!_all.Wait(TimeSpan.FromSeconds(30)))
        {
            throw new TimeoutException($"{Volatile.Read(ref _missing)} messages have not arrived.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _all.Dispose();
}

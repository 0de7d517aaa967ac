using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Load.Sockets;

/// <summary>
/// One thread, all sockets. It never sleeps, so that no wake-up is part of a latency; how long it found nothing to do tells whether it was the limit.
/// </summary>
internal sealed unsafe class EventLoop : IDisposable
{
    private const int MaxEvents = 256;

    // Each connection has its turn in one of so many parts of a second.
    private const int TickPhases = 200;

    private readonly int _epoll = Libc.EpollCreate(0);
    private readonly Libc.EpollEvent* _events = (Libc.EpollEvent*)NativeMemory.Alloc(MaxEvents, (nuint)sizeof(Libc.EpollEvent));
    private readonly byte* _input = (byte*)NativeMemory.Alloc(InputBytes);
    private readonly List<Connection> _dirty = [];
    private readonly List<Connection> _connections = [];
    private Connection?[] _byHandle = new Connection?[1024];
    private long _last = Stopwatch.GetTimestamp();
    private long _nextTick;
    private int _tickPhase;

    /// <summary>The most that is read at once; what a connection keeps for the next read must be less.</summary>
    public const int InputBytes = 1 << 20;

    /// <summary>Raised in each turn, with the time.</summary>
    public event Action<long>? Turned;

    /// <summary>How long nothing was to be done, in ticks of the stopwatch.</summary>
    public long Idle { get; private set; }

    /// <summary>Whether it sleeps when it has nothing to do, and leaves its core to others.</summary>
    public bool Sleeps { get; set; }

    public IReadOnlyList<Connection> Connections => _connections;

    public void Add(Connection connection)
    {
        if (connection.Handle >= _byHandle.Length)
        {
            Array.Resize(ref _byHandle, connection.Handle * 2);
        }

        _byHandle[connection.Handle] = connection;
        _connections.Add(connection);
        Watch(connection, Libc.EpollAdd, Libc.EpollIn | Libc.EpollOut);
    }

    public void Remove(Connection connection)
    {
        _byHandle[connection.Handle] = null;
        _connections.Remove(connection);
        _dirty.Remove(connection);
    }

    public void Watch(Connection connection, bool forRoom) =>
        Watch(connection, Libc.EpollModify, connection.IsDeaf ? 0 : forRoom ? Libc.EpollIn | Libc.EpollOut : Libc.EpollIn);

    /// <summary>Remembers that there is something to send when what was received has been handled.</summary>
    public void NoteOutput(Connection connection) => _dirty.Add(connection);

    /// <summary>Goes on until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not, for too long.</exception>
    public void RunUntil(Func<bool> done, double timeoutSeconds = 30, string what = "an answer")
    {
        var end = Stopwatch.GetTimestamp() + (long)(timeoutSeconds * Stopwatch.Frequency);
        while (!done())
        {
            Turn();
            if (_last > end)
            {
                throw new TimeoutException($"No sign of {what} for {timeoutSeconds} s.");
            }
        }
    }

    /// <summary>Goes on for so long.</summary>
    public void RunFor(double seconds)
    {
        var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        while (_last < end)
        {
            Turn();
        }
    }

    /// <summary>Sends what is to be sent, and handles what has come.</summary>
    public void Turn()
    {
        Flush();
        var count = Libc.EpollWait(_epoll, _events, MaxEvents, Sleeps ? 1 : 0);
        var now = Stopwatch.GetTimestamp();
        if (count == 0)
        {
            Idle += now - _last;
        }

        _last = now;
        Turned?.Invoke(now);
        for (var i = 0; i < count; i++)
        {
            _byHandle[_events[i].Data]?.Ready(_events[i].Events, _input);
            Flush();
        }

        if (now > _nextTick)
        {
            _nextTick = now + (Stopwatch.Frequency / TickPhases);
            Tick();
        }
    }

    /// <summary>Leaves as a client does that has finished: a session that was only lost would be kept, and would still get every broadcast.</summary>
    public void Dispose()
    {
        foreach (var connection in _connections.ToArray())
        {
            connection.Leave();
        }

        var end = Stopwatch.GetTimestamp() + (5 * Stopwatch.Frequency);
        while (_connections.Count > 0 && _last < end)
        {
            Turn();
        }

        foreach (var connection in _connections.ToArray())
        {
            connection.Cut();
        }

        Libc.Close(_epoll);
        NativeMemory.Free(_events);
        NativeMemory.Free(_input);
    }

    private void Watch(Connection connection, int operation, int events)
    {
        var what = new Libc.EpollEvent { Events = events, Data = connection.Handle };
        if (Libc.EpollControl(_epoll, operation, connection.Handle, &what) != 0)
        {
            throw new IOException($"epoll_ctl: error {Marshal.GetLastPInvokeError()}");
        }
    }

    private void Flush()
    {
        foreach (var connection in _dirty)
        {
            connection.Flush();
        }

        _dirty.Clear();
    }

    // Some of the connections: so many clients would not all have their timers at the same moment.
    private void Tick()
    {
        for (var i = _tickPhase; i < _connections.Count; i += TickPhases)
        {
            _connections[i].Wire.Tick();
        }

        _tickPhase = (_tickPhase + 1) % TickPhases;
    }
}

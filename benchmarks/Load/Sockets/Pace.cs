using System.Diagnostics;

namespace Load.Sockets;

/// <summary>Does something so many times a second, whether or not what it did before has been answered.</summary>
internal sealed class Pace : IDisposable
{
    private readonly EventLoop _loop;
    private readonly Action _action;
    private readonly long _interval;
    private long _next;

    public Pace(EventLoop loop, double perSecond, Action action)
    {
        _loop = loop;
        _action = action;
        _interval = (long)(Stopwatch.Frequency / perSecond);
        _next = Stopwatch.GetTimestamp() + _interval;
        loop.Turned += Look;
    }

    public void Dispose() => _loop.Turned -= Look;

    private void Look(long now)
    {
        if (now >= _next)
        {
            _next += _interval;
            _action();
        }
    }
}

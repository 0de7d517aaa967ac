using System.Diagnostics;

namespace Load.Peers;

/// <summary>Times of single operations, kept without allocating.</summary>
internal sealed class Latencies
{
    private readonly float[] _times = new float[4_000_000];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Notes an operation that began at this timestamp and ends now.</summary>
    public void Note(long began)
    {
        if (_count < _times.Length)
        {
            _times[_count++] = (float)((Stopwatch.GetTimestamp() - began) * 1e6 / Stopwatch.Frequency);
        }
    }

    /// <summary>In microseconds; 0 if there is none.</summary>
    public double Percentile(double part)
    {
        if (_count == 0)
        {
            return 0;
        }

        var times = _times.AsSpan(0, _count);
        times.Sort();
        return times[Math.Min(_count - 1, (int)(part * _count))];
    }
}

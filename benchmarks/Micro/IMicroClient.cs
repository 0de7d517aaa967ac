namespace Micro;

/// <summary>What the server says to the benchmarks.</summary>
public interface IMicroClient
{
    /// <summary>An event whose arguments need no memory of their own.</summary>
    void Ticked(int number, long at, double value);

    /// <summary>A small event of mixed arguments.</summary>
    void Noted(string text, int number, double value);
}

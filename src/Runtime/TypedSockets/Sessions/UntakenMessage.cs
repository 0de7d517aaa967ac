using System.Runtime.InteropServices;

namespace TypedSockets.Sessions;

/// <summary>
/// What is kept of an emit or a call, after its body was freed, until the other end has taken it: enough to name it if the session is lost. Small, and
/// without a reference: there is one for every message in flight.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UntakenMessage
{
    private readonly int _method;

    /// <param name="number">The message's number.</param>
    /// <param name="bytes">The size of its arguments.</param>
    /// <param name="method">The method's number.</param>
    /// <param name="isCall">Whether its caller waits for an answer.</param>
    public UntakenMessage(long number, int bytes, int method, bool isCall)
    {
        Number = number;
        Bytes = bytes;
        _method = isCall ? ~method : method;
    }

    public long Number { get; }

    public int Bytes { get; }

    public int Method => IsCall ? ~_method : _method;

    public bool IsCall => _method < 0;
}

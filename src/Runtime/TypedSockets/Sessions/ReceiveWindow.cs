namespace TypedSockets.Sessions;

/// <summary>
/// What one channel has received and not taken yet, and what the peer was told of it. The receive loop alone notes what came, the channel's runner alone
/// what was taken, and who holds the session's lock what was told: each counts up numbers of its own, so that none of them needs a lock.
/// </summary>
internal sealed class ReceiveWindow
{
    private uint _received;
    private long _receivedBytes;
    private uint _taken;
    private long _takenBytes;
    private uint _told;
    private long _toldBytes;
    private bool _tellAgain;

    /// <summary>How many emits and calls have been started, modulo 2^32.</summary>
    public uint Taken => Volatile.Read(ref _taken);

    /// <summary>The untaken messages.</summary>
    public int Messages => unchecked((int)(Volatile.Read(ref _received) - Taken));

    /// <summary>The bytes of the untaken messages' arguments.</summary>
    public long Bytes => Volatile.Read(ref _receivedBytes) - Volatile.Read(ref _takenBytes);

    /// <summary>How many were taken since the peer was last told.</summary>
    public int Untold => unchecked((int)(Taken - Volatile.Read(ref _told)));

    /// <summary>The bytes of what was taken since the peer was last told.</summary>
    public long UntoldBytes => Volatile.Read(ref _takenBytes) - Volatile.Read(ref _toldBytes);

    /// <summary>Whether the peer may not know what was taken.</summary>
    public bool IsTellingDue => _tellAgain || Untold > 0;

    public void Received(int bytes)
    {
        Volatile.Write(ref _receivedBytes, _receivedBytes + bytes);
        Volatile.Write(ref _received, unchecked(_received + 1));
    }

    public void Take(int bytes)
    {
        Volatile.Write(ref _takenBytes, _takenBytes + bytes);
        Volatile.Write(ref _taken, unchecked(_taken + 1));
    }

    /// <summary>Notes that the peer is told now.</summary>
    /// <returns>What it is told: how many were taken.</returns>
    public uint Tell()
    {
        var taken = Taken;
        Volatile.Write(ref _toldBytes, Volatile.Read(ref _takenBytes));
        Volatile.Write(ref _told, taken);
        _tellAgain = false;
        return taken;
    }

    /// <summary>
    /// What was told last may have been lost with its socket. That nothing was taken is never told: the peer may not even know the channel yet.
    /// </summary>
    public void TellAgain() => _tellAgain = Taken != 0;
}

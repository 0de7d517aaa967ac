namespace TypedSockets.Sessions;

/// <summary>What one channel has received and not taken yet, and what the peer was told of it.</summary>
internal sealed class ReceiveWindow
{
    private uint _told;
    private bool _tellAgain;

    /// <summary>How many emits and calls have been started, modulo 2^32.</summary>
    public uint Taken { get; private set; }

    /// <summary>The untaken messages.</summary>
    public int Messages { get; private set; }

    /// <summary>The bytes of the untaken messages' arguments.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many were taken since the peer was last told.</summary>
    public int Untold => unchecked((int)(Taken - _told));

    /// <summary>Whether the peer may not know what was taken.</summary>
    public bool IsTellingDue => _tellAgain || Untold > 0;

    /// <summary>The bytes of what was taken since the peer was last told.</summary>
    public long UntoldBytes { get; private set; }

    public void Received(int bytes)
    {
        Messages++;
        Bytes += bytes;
    }

    public void Take(int bytes)
    {
        Messages--;
        Bytes -= bytes;
        UntoldBytes += bytes;
        Taken = unchecked(Taken + 1);
    }

    public void Told()
    {
        _told = Taken;
        _tellAgain = false;
        UntoldBytes = 0;
    }

    /// <summary>
    /// What was told last may have been lost with its socket. That nothing was taken is never told: the peer may not even know the channel yet.
    /// </summary>
    public void TellAgain() => _tellAgain = Taken != 0;
}

namespace Load.Peers;

/// <summary>What one run of a scenario gave.</summary>
internal sealed record Sample
{
    public long Operations { get; init; }

    public double PerSecond { get; init; }

    /// <summary>The server's processor time for one operation.</summary>
    public double CpuMicroseconds { get; init; }

    /// <summary>Microseconds, as the generator sees it.</summary>
    public double P50 { get; init; }

    /// <summary>Microseconds, as the generator sees it.</summary>
    public double P99 { get; init; }

    public double BytesSent { get; init; }

    public double BytesReceived { get; init; }

    public double Allocated { get; init; }

    /// <summary>The part of the time in which the generator found nothing to do.</summary>
    public double Idle { get; init; }

    /// <summary>What the scenario is about; less is better.</summary>
    public double Value { get; init; }

    /// <summary>Whatever else the scenario has to say.</summary>
    public string Remark { get; init; } = "";
}

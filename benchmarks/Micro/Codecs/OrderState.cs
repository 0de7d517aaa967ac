namespace Micro.Codecs;

/// <summary>Where an order is.</summary>
public enum OrderState
{
    /// <summary>Nothing has happened yet.</summary>
    Open,

    /// <summary>It is on its way.</summary>
    Sent,

    /// <summary>It has come.</summary>
    Done,
}

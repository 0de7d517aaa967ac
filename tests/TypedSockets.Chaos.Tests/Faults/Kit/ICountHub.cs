namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>A hub that counts: what arrives twice, too late or never shows in the numbers.</summary>
[SocketHub<ICountClient>("count")]
public partial interface ICountHub
{
    /// <summary>One number of a history; the ballast makes frames long enough to be cut.</summary>
    [OneWay]
    ValueTask Count(int number, byte[] ballast);

    /// <summary>Runs once, waits at the ledger's gate, and answers with how often it has run.</summary>
    Task<int> Once();

    /// <summary>Goes there and back behind everything that was emitted before.</summary>
    Task<int> Echo(int number);

    ValueTask Fail();

    /// <summary>Waits at the gate, in the way of everything behind it.</summary>
    [OneWay]
    ValueTask HoldUp();

    /// <summary>Asks the client, and answers what it said.</summary>
    Task<int> AskBack(int number);

    /// <summary>Asks the client, and notes in the ledger what it said.</summary>
    [OneWay]
    ValueTask AskAside(int number);

    ValueTask<string> Id();
}

namespace TypedSockets.Tests.Connections;

/// <summary>Stands for a contract's interface; only its methods' descriptions are used.</summary>
internal interface ITestHub;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Stands for a contract's interface; only its methods' descriptions are used.</summary>
internal interface ISimHub;

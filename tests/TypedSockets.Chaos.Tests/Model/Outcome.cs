namespace TypedSockets.Chaos.Tests.Model;

/// <summary>What a Welcome says about the session.</summary>
internal enum Outcome
{
    New,
    Resumed,
    Lost,
}

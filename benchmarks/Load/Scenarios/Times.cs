namespace Load.Scenarios;

/// <summary>How long a scenario runs, in seconds.</summary>
/// <param name="Cold">The first time with a peer, before it counts: until the JIT has compiled everything for good.</param>
/// <param name="Warm">Before each other time.</param>
/// <param name="Measured">What counts.</param>
internal sealed record Times(double Cold, double Warm, double Measured);

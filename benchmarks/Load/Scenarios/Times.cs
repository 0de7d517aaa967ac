namespace Load.Scenarios;

/// <summary>How long a scenario runs, in seconds.</summary>
/// <param name="Cold">The first time with a peer, before it counts.</param>
/// <param name="Quiet">Each time, until for so long nothing was compiled.</param>
/// <param name="Warm">Before each time, after all that.</param>
/// <param name="Measured">What counts.</param>
internal sealed record Times(double Cold, double Quiet, double Warm, double Measured);

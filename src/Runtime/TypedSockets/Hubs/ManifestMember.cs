namespace TypedSockets.Hubs;

/// <summary>A member of a contract, as a manifest describes it.</summary>
/// <param name="Id">Its number on the wire.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Kind">Emit, call or stream.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Result">The type of its result or of its items; null if it has none.</param>
/// <param name="Errors">The types of the errors that it declares.</param>
internal sealed record ManifestMember(
    uint Id, string Name, string Kind, IReadOnlyList<ManifestValue> Parameters, string? Result, IReadOnlyList<string> Errors);

namespace TypedSockets.Hubs;

/// <summary>The layout of a payload type, as a manifest describes it.</summary>
/// <param name="IsMap">Whether its members go by name.</param>
/// <param name="Members">Its members, in the order of the wire.</param>
/// <param name="Cases">The types of a union by their tags; null if it is none.</param>
internal sealed record ManifestPayload(bool IsMap, IReadOnlyList<ManifestValue> Members, IReadOnlyDictionary<string, string>? Cases);

namespace TypedSockets.Hubs;

/// <summary>A contract as its manifest describes it: what one version is compared with another by.</summary>
/// <param name="Server">What the server offers.</param>
/// <param name="Client">What the client offers.</param>
/// <param name="Payloads">The layouts of the payload types, by their names.</param>
internal sealed record ContractManifest(
    IReadOnlyList<ManifestMember> Server, IReadOnlyList<ManifestMember> Client, IReadOnlyDictionary<string, ManifestPayload> Payloads);

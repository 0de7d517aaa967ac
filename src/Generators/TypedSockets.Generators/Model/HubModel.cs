namespace TypedSockets.Generators.Model;

/// <summary>A hub: everything that the generator writes for it follows from this.</summary>
/// <param name="WireName">Its name in the handshake.</param>
/// <param name="Declaration">Where the interface is declared.</param>
/// <param name="Server">What the server offers.</param>
/// <param name="Client">What the client offers.</param>
/// <param name="Payloads">The payload types that either side uses.</param>
/// <param name="Manifest">The contract's canonical JSON, which the fingerprint is computed from.</param>
/// <param name="Fingerprint">32 hexadecimal digits.</param>
/// <param name="EmitsRecipients">Whether the client's recipients are written here; not if a referenced assembly has them.</param>
internal sealed record HubModel(
    string WireName,
    DeclarationModel Declaration,
    InterfaceModel Server,
    InterfaceModel Client,
    EquatableArray<PayloadModel> Payloads,
    string Manifest,
    string Fingerprint,
    bool EmitsRecipients);

namespace TypedSockets.Hubs;

/// <summary>What a hub is at run time. Immutable; the generator creates one for each hub.</summary>
public sealed class HubContract
{
    /// <summary>The length of a fingerprint, in bytes.</summary>
    public const int FingerprintLength = 16;

    private readonly byte[] _fingerprint;

    /// <summary>Describes a hub whose generated code gives no manifest: only peers of the same fingerprint understand each other then.</summary>
    /// <param name="name">The wire name.</param>
    /// <param name="fingerprint">The first 128 bits of the SHA-256 of the contract's manifest, as 32 hexadecimal digits.</param>
    /// <param name="server">What the server offers.</param>
    /// <param name="client">What the client offers.</param>
    public HubContract(string name, string fingerprint, ContractSide server, ContractSide client)
    {
        Name = name;
        _fingerprint = Convert.FromHexString(fingerprint);
        Server = server;
        Client = client;
    }

    /// <summary>Describes a hub. Called by generated code.</summary>
    /// <param name="name">The wire name.</param>
    /// <param name="fingerprint">The first 128 bits of the SHA-256 of <paramref name="manifest"/>, as 32 hexadecimal digits.</param>
    /// <param name="server">What the server offers.</param>
    /// <param name="client">What the client offers.</param>
    /// <param name="manifest">All that decides which bytes go over the wire, as JSON.</param>
    public HubContract(string name, string fingerprint, ContractSide server, ContractSide client, string manifest)
        : this(name, fingerprint, server, client)
    {
        Manifest = manifest;
    }

    /// <summary>The wire name: unique on an endpoint.</summary>
    public string Name { get; }

    /// <summary>A hash over the interfaces and every payload layout, <see cref="FingerprintLength"/> bytes: equal fingerprints mean equal bytes.</summary>
    public ReadOnlySpan<byte> Fingerprint => _fingerprint;

    /// <summary>The text that the fingerprint is computed from: all that decides which bytes go over the wire, as JSON. Null if it was not given.</summary>
    public string? Manifest { get; }

    /// <summary>What the server offers.</summary>
    public ContractSide Server { get; }

    /// <summary>What the client offers.</summary>
    public ContractSide Client { get; }
}

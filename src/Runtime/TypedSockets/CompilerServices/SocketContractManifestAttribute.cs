using System.ComponentModel;

namespace TypedSockets.CompilerServices;

/// <summary>
/// Written by the generator: one hub's manifest, the text that its fingerprint is computed from.
/// Tools read it from metadata, without loading the assembly.
/// </summary>
/// <param name="hub">The hub's wire name.</param>
/// <param name="manifest">The manifest, one JSON object.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SocketContractManifestAttribute(string hub, string manifest) : Attribute
{
    /// <summary>The hub's wire name.</summary>
    public string Hub { get; } = hub;

    /// <summary>The manifest, one JSON object.</summary>
    public string Manifest { get; } = manifest;
}

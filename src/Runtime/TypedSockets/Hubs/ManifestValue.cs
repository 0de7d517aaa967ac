namespace TypedSockets.Hubs;

/// <summary>A parameter of a member or a member of a payload, as a manifest describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type on the wire.</param>
/// <param name="IsOptional">Whether a reader goes on without it.</param>
/// <param name="IsStream">Whether it goes item by item.</param>
internal sealed record ManifestValue(string Name, string Type, bool IsOptional, bool IsStream);

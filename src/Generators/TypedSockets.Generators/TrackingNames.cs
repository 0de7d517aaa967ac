namespace TypedSockets.Generators;

/// <summary>The generator's steps, by the names that its tests know them under.</summary>
internal static class TrackingNames
{
    internal const string ParsedHubs = nameof(ParsedHubs);
    internal const string Hints = nameof(Hints);
    internal const string Hubs = nameof(Hubs);
    internal const string Clients = nameof(Clients);
    internal const string Payloads = nameof(Payloads);
}

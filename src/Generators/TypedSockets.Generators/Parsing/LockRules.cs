using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The rules for contracts that are locked: TSKT3xxx. An id is never used again for another rule; each has a page in <c>docs/rules</c>.</summary>
internal static class LockRules
{
    private const string Record = "'dotnet build -t:UpdateSocketContractLock'";

    internal static readonly DiagnosticDescriptor Addition = Rule(
        "TSKT3001", DiagnosticSeverity.Info, "Record what was added to the contract",
        "The contract of \"{0}\" has more than typedsockets.lock.json: {1}; record it when it is to be deployed, with " + Record);

    internal static readonly DiagnosticDescriptor Stale = Rule(
        "TSKT3002", DiagnosticSeverity.Error, "Commit a contract lock that is up to date",
        "The contract of \"{0}\" has more than typedsockets.lock.json: {1}; update the lock with " + Record + " and commit it");

    internal static readonly DiagnosticDescriptor Removed = Rule(
        "TSKT3003", DiagnosticSeverity.Error, "Keep what deployed peers know",
        "{0} is in typedsockets.lock.json and not in the contract: {1}; {2}, or record the break with " + Record);

    internal static readonly DiagnosticDescriptor Changed = Rule(
        "TSKT3004", DiagnosticSeverity.Error, "Keep the layout that deployed peers know",
        "\"{0}\" is no longer what typedsockets.lock.json says: {1}; add at the end only, and only what has a default value or may be null, or add a new member beside it, or record the break with " + Record);

    internal static readonly DiagnosticDescriptor Unreadable = Rule(
        "TSKT3005", DiagnosticSeverity.Error, "Repair the contract lock",
        "typedsockets.lock.json cannot be read: {0}; take it from version control, or delete it and write it anew with " + Record);

    internal static readonly DiagnosticDescriptor HubRemoved = new(
        "TSKT3006", "Keep the hubs that deployed peers know",
        "The hub '{0}' is in typedsockets.lock.json and not in the project: clients that are deployed cannot open it; keep it, name the hub that replaced it [SocketHub<...>(\"{0}\")], or record the break with " + Record,
        "TypedSockets.Lock", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("TSKT3006"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string message) => new(
        id, title, message, "TypedSockets.Lock", severity, isEnabledByDefault: true, helpLinkUri: Page(id));

    private static string Page(string id) => $"https://github.com/typedsockets/typedsockets/blob/main/docs/rules/{id}.md";
}

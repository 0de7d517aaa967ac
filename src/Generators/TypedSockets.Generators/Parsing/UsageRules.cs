using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The rules for code that uses contracts, TSKT4003 and up. An id is never used again for another rule; each has a page in <c>docs/rules</c>.</summary>
internal static class UsageRules
{
    internal static readonly DiagnosticDescriptor BlockingCall = Warning(
        "TSKT4003",
        "Await instead of blocking a hub",
        "\"{0}\" blocks a thread in \"{1}\", and each other message of the session waits for it; {2}");

    internal static readonly DiagnosticDescriptor CapturedHub = Warning(
        "TSKT4004",
        "Do not use a hub's members after its handler has ended",
        "What is given to \"{0}\" uses \"{1}\" of \"{2}\" beside and after its handlers; "
        + "inject {3} and use that, with values that were read in the handler, or await the work");

    internal static readonly DiagnosticDescriptor IgnoredCall = Warning(
        "TSKT4005",
        "Await the call",
        "Nobody learns whether the call of \"{0}\" fails; await it, or discard it on purpose: _ = ...; if no answer is needed, declare the member void or [OneWay] ValueTask");

    internal static readonly DiagnosticDescriptor SessionDbContext = Warning(
        "TSKT4006",
        "Take a factory of database contexts",
        "\"{0}\" lives as long as its session, and so would the {2} that its constructor takes as \"{1}\"; "
        + "take IDbContextFactory<{2}> or IServiceScopeFactory, or add the hub as HubLifetime.PerCall");

    private static DiagnosticDescriptor Warning(string id, string title, string message) => new(
        id, title, message, "TypedSockets.Usage", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/typedsockets/typedsockets/blob/main/docs/rules/{id}.md");
}

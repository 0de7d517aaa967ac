using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Layers;

/// <summary>Codecs, Protocol and Sessions are synchronous and deterministic: a failing seed can be replayed.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string> Folders => ["Codecs", "Protocol", "Sessions"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_pure_layer_awaits_nothing(string folder) =>
        AssertUnused(folder, use => use.Namespace == "System.Threading.Tasks" || use.Namespace.StartsWith("System.Threading.Channels", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_pure_layer_reads_no_clock(string folder) => AssertUnused(folder, use =>
        use.Type.Name is "TimeProvider" or "Stopwatch" or "Timer" or "PeriodicTimer"
        || (use.Type.Name is "DateTime" or "DateTimeOffset" && use.Symbol.Name is "Now" or "UtcNow" or "Today")
        || (use.Type.Name is "Environment" && use.Symbol.Name is "TickCount" or "TickCount64"));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_pure_layer_opens_no_socket(string folder) =>
        AssertUnused(folder, use => use.Namespace.StartsWith("System.Net", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_pure_layer_neither_logs_nor_resolves_services(string folder) =>
        AssertUnused(folder, use => use.Namespace.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) || use.Type.Name is "IServiceProvider");

    private static void AssertUnused(string folder, Func<TypeUse, bool> forbidden)
    {
        var uses = CompiledProject.Runtime.UsesIn(folder);

        Assert.NotEmpty(uses);
        Violations.None(uses.Where(forbidden));
    }
}

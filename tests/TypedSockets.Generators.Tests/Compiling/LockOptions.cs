using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedSockets.Generators.Tests.Compiling;

/// <summary>What a project's analyzers see of a contract lock.</summary>
internal static class LockOptions
{
    public static AnalyzerOptions Of(string? text, bool isDeployed) =>
        new(text is null ? [] : [new LockFile(text)], new ConfigOptionsProvider(new ConfigOptions(isDeployed)));

    private sealed class LockFile(string text) : AdditionalText
    {
        public override string Path => "/shop/typedsockets.lock.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class ConfigOptionsProvider(AnalyzerConfigOptions options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;
    }

    private sealed class ConfigOptions(bool isDeployed) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.ContinuousIntegrationBuild" ? (isDeployed ? "true" : "false") : null;
            return value is not null;
        }
    }
}

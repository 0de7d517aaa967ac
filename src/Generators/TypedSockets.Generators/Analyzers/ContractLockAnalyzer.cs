using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedSockets.Generators.Locking;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Compares contracts with what the contract lock says that deployed peers know. A project without a lock is not checked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractLockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [LockRules.Addition, LockRules.Stale, LockRules.Removed, LockRules.Changed, LockRules.Unreadable, LockRules.HubRemoved];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        foreach (var file in start.Options.AdditionalFiles)
        {
            if (Path.GetFileName(file.Path) == ContractLock.FileName && file.GetText(start.CancellationToken) is { } text)
            {
                Start(start, file, text);
                return;
            }
        }
    }

    private static void Start(CompilationStartAnalysisContext start, AdditionalText file, SourceText text)
    {
        ContractLock locked;
        try
        {
            locked = ContractLock.Parse(text.ToString());
        }
        catch (FormatException error)
        {
            start.RegisterAdditionalFileAction(action =>
            {
                if (action.AdditionalFile == file)
                {
                    action.ReportDiagnostic(Diagnostic.Create(LockRules.Unreadable, PlaceIn(file, text, 0), error.Message));
                }
            });
            return;
        }

        var check = new LockedHubCheck(locked, IsDeployed(start.Options));
        start.RegisterSymbolAction(check.Analyze, SymbolKind.NamedType);
        var hubs = new HubDirectory(start.Compilation);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var contract in locked.Contracts)
            {
                if (!hubs.Has(contract.Hub, end.CancellationToken))
                {
                    var place = text.ToString().IndexOf($"\"hub\": {JsonText.Quote(contract.Hub)}", StringComparison.Ordinal);
                    end.ReportDiagnostic(Diagnostic.Create(LockRules.HubRemoved, PlaceIn(file, text, place), contract.Hub));
                }
            }
        });
    }

    // What a build server builds is what gets deployed.
    private static bool IsDeployed(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ContinuousIntegrationBuild", out var value)
        && bool.TryParse(value, out var isBuildServer) && isBuildServer;

    private static Location PlaceIn(AdditionalText file, SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(Math.Max(0, position));
        return Location.Create(file.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
    }
}

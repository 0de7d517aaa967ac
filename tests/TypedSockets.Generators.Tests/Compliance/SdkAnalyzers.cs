using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedSockets.Generators.Tests.Compliance;

/// <summary>The analyzers for framework usage that come with the SDK which compiled this project.</summary>
internal static class SdkAnalyzers
{
    private static readonly string Folder =
        typeof(SdkAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "SdkAnalyzers").Value!;

    /// <summary>All of them, of the kind that looks at C#.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
        [.. Load("Microsoft.CodeAnalysis.NetAnalyzers.dll"), .. Load("Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll")];

    private static ImmutableArray<DiagnosticAnalyzer> Load(string file) => new AnalyzerFileReference(Path.Combine(Folder, file), new Loader())
        .GetAnalyzers(LanguageNames.CSharp);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}

using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Tests.Compiling;

/// <summary>Gives an editor's project the generator that these tests have loaded already.</summary>
internal sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
{
    public Assembly LoadFromPath(string fullPath) => typeof(HubGenerator).Assembly;

    public void AddDependencyLocation(string fullPath)
    {
    }
}

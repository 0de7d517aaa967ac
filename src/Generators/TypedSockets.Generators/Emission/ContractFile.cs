using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Begins the files of one interface.</summary>
internal static class ContractFile
{
    /// <summary>Writes the head of a file, which turns off the warnings that uses of the interfaces would bring.</summary>
    internal static CodeWriter Begin(params InterfaceModel[] sides)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var side in sides)
        {
            ids.UnionWith(side.Suppressions);
        }

        var code = GeneratedFile.Begin(new CodeWriter());
        return ids.Count == 0 ? code : code.Line($"#pragma warning disable {string.Join(", ", ids)} // the contract's own warnings").Line();
    }
}

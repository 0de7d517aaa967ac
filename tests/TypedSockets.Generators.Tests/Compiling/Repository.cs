using System.Runtime.CompilerServices;

namespace TypedSockets.Generators.Tests.Compiling;

/// <summary>Finds files of the repository from where the tests' source stands.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of this project.</summary>
    public static string Tests => Path.Combine(Root, "tests", "TypedSockets.Generators.Tests");

    /// <summary>The texts of all files of a folder, in ordinal order of their names.</summary>
    public static string[] Sources(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root, folder), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "TypedSockets.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No folder above '{here}' holds TypedSockets.sln.");
    }
}

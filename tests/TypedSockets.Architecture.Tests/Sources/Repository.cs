namespace TypedSockets.Architecture.Tests.Sources;

/// <summary>The files that these tests read.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Ignored =
        ["bin", "obj", "artifacts", ".git", ".vs", ".idea", ".vscode", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    public static string FullPath(string path) => Path.GetFullPath(Path.Combine(Root, path));

    public static string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The files below a folder, without what is built, in a fixed order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*")
    {
        var found = new List<string>();
        if (Directory.Exists(FullPath(folder)))
        {
            Collect(FullPath(folder), pattern, found);
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void Collect(string folder, string pattern, List<string> found)
    {
        found.AddRange(Directory.EnumerateFiles(folder, pattern).Where(file => !Ignored.Contains(Path.GetFileName(file))));
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (!Ignored.Contains(Path.GetFileName(child)))
            {
                Collect(child, pattern, found);
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TypedSockets.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds TypedSockets.sln. Run the tests from a checkout.");
    }
}

namespace TypedSockets.Tests.Vectors;

/// <summary>Finds files that stand beside the tests' sources.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string FullPath(string path) => Path.Combine(Root, path);

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

using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Snapshots;

public class SnapshotFilesTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        var orphans = Directory.GetFiles(Repository.Tests, "*.verified.*", SearchOption.AllDirectories).Where(file => !HasTest(file)).ToList();
        Assert.True(orphans.Count == 0, "No test has these snapshots; delete them:\n" + string.Join('\n', orphans));
    }

    private static bool HasTest(string file)
    {
        var folder = Path.GetRelativePath(Repository.Tests, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
        var parts = Path.GetFileName(file).Split('#')[0].Split('.');
        return parts.Length >= 2
            && typeof(SnapshotFilesTests).Assembly.GetType($"TypedSockets.Generators.Tests.{folder}.{parts[0]}")?.GetMethod(parts[1]) is not null;
    }
}

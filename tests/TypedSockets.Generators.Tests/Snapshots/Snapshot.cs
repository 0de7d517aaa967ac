using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Snapshots;

/// <summary>
/// Compares generated files with what stands beside the test, by the conventions of the package Verify.SourceGenerators, so that moving to it
/// changes this file only: <c>Class.Method#Hint.g.verified.cs</c>, and <c>.received.cs</c> where a file differs. Accept with <c>eng/update-snapshots</c>.
/// </summary>
internal static partial class Snapshot
{
    public static void Verify(GeneratorRun run, [CallerFilePath] string test = "", [CallerMemberName] string method = "")
    {
        var prefix = Path.ChangeExtension(test, null) + $".{method}#";
        var failures = new List<string>();
        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (hint, text) in run.Files)
        {
            var name = prefix + Path.ChangeExtension(hint, null);
            expected.Add($"{name}.verified.cs");
            Compare(name, $"//HintName: {hint}\n{Version().Replace(text, "\"{Version}\"")}", failures);
        }

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(test)!, Path.GetFileName(prefix) + "*.verified.cs"))
        {
            if (!expected.Contains(file))
            {
                failures.Add($"'{Path.GetFileName(file)}' is not generated any more; delete it.");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static void Compare(string name, string text, List<string> failures)
    {
        var received = $"{name}.received.cs";
        var verified = $"{name}.verified.cs";
        var before = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (before == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        failures.Add($"'{Path.GetFileName(verified)}' differs; accept it with eng/update-snapshots.\n{LineDiff.Of(before, text)}");
    }

    // The version of the generator, which changes with every release and says nothing about what it writes.
    [GeneratedRegex("""(?<=GeneratedCode\("TypedSockets\.Generators", )"[^"]*""" + "\"")]
    private static partial Regex Version();
}

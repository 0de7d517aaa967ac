using System.Text.RegularExpressions;
using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Documents;

/// <summary>The repository works wherever it is checked out.</summary>
public sealed partial class MachinePathTests
{
    [Fact]
    public void No_file_mentions_a_folder_of_some_machine() => Violations.None(
        from path in Repository.Files(".")
        from line in File.ReadLines(path)
        where MachinePath().IsMatch(line) || line.Contains(Repository.Root + "/", StringComparison.Ordinal)
        select $"{Repository.RelativePath(path)}: {line.Trim()}");

    // A path from the root into a folder that people or tools keep their own files in. A URL's path, and $HOME, have something in front.
    [GeneratedRegex(@"(?<![\w.:}/)-])/(?:home|root|work|tmp|mnt|opt|Users|var/folders)/[\w.]|\b[A-Z]:\\(?:Users|work|src)\\")]
    private static partial Regex MachinePath();
}

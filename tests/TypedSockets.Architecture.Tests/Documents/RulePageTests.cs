using System.Text.RegularExpressions;
using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Documents;

/// <summary>A diagnostic's help link leads to a page.</summary>
public sealed partial class RulePageTests
{
    private static IEnumerable<string> Rules =>
        Repository.Files("src", "AnalyzerReleases.*.md").SelectMany(File.ReadLines).Select(line => RuleRow().Match(line)).Where(row => row.Success)
            .Select(row => row.Groups["id"].Value);

    private static IEnumerable<string> Pages => Repository.Files("docs/rules", "TSKT*.md").Select(page => Path.GetFileNameWithoutExtension(page)!);

    [Fact]
    public void Every_rule_has_a_page() => Violations.None(Rules.Except(Pages));

    [Fact]
    public void Every_page_has_a_rule() => Violations.None(Pages.Except(Rules).Except(BuildErrors()));

    [Fact]
    public void A_page_names_its_rule_in_its_heading() => Violations.None(
        from page in Repository.Files("docs/rules", "TSKT*.md")
        where !File.ReadLines(page).First().Contains(Path.GetFileNameWithoutExtension(page), StringComparison.Ordinal)
        select Repository.RelativePath(page));

    // A rule that stayed on would keep a break that is meant from being recorded.
    [Fact]
    public void Recording_the_contracts_turns_every_rule_of_the_lock_off() => Assert.Equal(
        Rules.Where(id => id.StartsWith("TSKT3", StringComparison.Ordinal)).Order(),
        RuleId().Matches(Repository.Files("src/Runtime/TypedSockets/buildTransitive", "*.targets").SelectMany(File.ReadLines).Single(line => line.Contains("<NoWarn>", StringComparison.Ordinal)))
            .Select(match => match.Value).Order());

    // Errors of the package's build files and tasks are no analyzer's, and need a page as well.
    [Fact]
    public void Every_error_of_the_package_s_build_files_has_a_page() => Violations.None(BuildErrors().Except(Pages));

    private static IEnumerable<string> BuildErrors() =>
        Repository.Files("src", "*.targets").Concat(Repository.Files("src/Generators/TypedSockets.Tasks", "*.cs")).SelectMany(File.ReadLines).SelectMany(line => RuleId().Matches(line)).Select(match => match.Value);

    [GeneratedRegex(@"^(?<id>TSKT\d{4})\s*\|")]
    private static partial Regex RuleRow();

    [GeneratedRegex(@"TSKT\d{4}")]
    private static partial Regex RuleId();
}

using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Parsing;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>Every rule has a page in docs/rules, and what the page shows is true.</summary>
public partial class RulePageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "rules");

    private static readonly GeneratorFixture Project = new() { References = [EntityFramework.Library] };

    public static TheoryData<string> Ids => [.. Rules];

    internal static IEnumerable<string> Rules => Descriptors().Select(rule => rule.Id);

    // The package's MSBuild targets report them: no compiler that is too old would run an analyzer, and none writes a lock.
    private static readonly string[] BuildRules = ["TSKT0002", "TSKT0003"];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.Equal(
        Descriptors().Select(rule => rule.Id).Concat(BuildRules).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_id_is_used_twice() => Assert.Equal(Descriptors().Count, Descriptors().Select(rule => rule.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_is_headed_like_the_rule(string id)
    {
        var rule = Descriptors().Single(rule => rule.Id == id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", Page(id));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_example_is_reported(string id)
    {
        var project = Project with { Language = id == "TSKT0001" ? LanguageVersion.CSharp13 : LanguageVersion.CSharp14 };
        var run = WithLock(project, id).Run(Example(id, "Bad"));

        // An open type can only come from a generic method or hub, and what is wrong with these is said first.
        var expected = id == "TSKT2007" ? "TSKT1011" : id;
        Assert.All(run.Analyze().Where(report => report.Severity > DiagnosticSeverity.Info || report.Id == id), report => Assert.Equal(expected, report.Id));
        Assert.Contains(run.Analyze(), report => report.Id == expected);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_good_example_is_not_reported_and_compiles(string id)
    {
        // A lock that cannot be read is reported whatever the code is, and an addition is no mistake.
        var run = (id == "TSKT3005" ? Project : WithLock(Project, id)).Run(Example(id, "Good"));
        Assert.DoesNotContain(run.Analyze(), report => report.Id == id || report.Severity > DiagnosticSeverity.Info);
        Rule.NoErrors(run);
    }

    internal static string Example(string id, string heading)
    {
        var match = Block().Matches(Page(id)).Single(match => match.Groups["heading"].Value == heading);
        return match.Groups["code"].Value;
    }

    // A page on the contract lock shows it; only what is deployed has to be in it.
    internal static GeneratorFixture WithLock(GeneratorFixture project, string id)
    {
        var match = Lock().Match(Page(id));
        return match.Success ? project with { Lock = match.Groups["lock"].Value, IsDeployed = id == "TSKT3002" } : project;
    }

    internal static string Page(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.md")).ReplaceLineEndings("\n");

    private static List<DiagnosticDescriptor> Descriptors() =>
        [.. Descriptors(typeof(ContractRules)), .. Descriptors(typeof(PayloadRules)), .. Descriptors(typeof(UsageRules)), .. Descriptors(typeof(LockRules))];

    private static IEnumerable<DiagnosticDescriptor> Descriptors(Type table) =>
        table.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();

    [GeneratedRegex("^## (?<heading>Bad|Good)\n.*?^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^## Lock\n.*?^```json\n(?<lock>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Lock();
}

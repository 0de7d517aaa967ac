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

    // Reported by the build, in buildTransitive.
    private static readonly string[] BuildRules = ["TSKT0002"];

    // A type parameter can only come from a generic method, and that is reported first, for itself.
    private static readonly Dictionary<string, string> ReportedAs = new() { ["TSKT2007"] = "TSKT1011" };

    public static TheoryData<string> Ids => [.. Descriptors().Select(rule => rule.Id)];

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
        var project = new GeneratorFixture { Language = id == "TSKT0001" ? LanguageVersion.CSharp13 : LanguageVersion.CSharp14 };
        var run = project.Run(Example(id, "Bad"));
        Assert.Contains(ReportedAs.GetValueOrDefault(id, id), run.Analyze().Select(report => report.Id));
        Assert.DoesNotContain(run.Complaints(), complaint => complaint.Id == "CS8785");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_good_example_is_not_reported_and_compiles(string id)
    {
        var run = new GeneratorFixture().Run(Example(id, "Good"));
        Assert.Empty(run.Analyze());
        Rule.NoErrors(run);
    }

    private static string Example(string id, string heading)
    {
        var match = Block().Matches(Page(id)).Single(match => match.Groups["heading"].Value == heading);
        return match.Groups["code"].Value;
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.md")).ReplaceLineEndings("\n");

    private static List<DiagnosticDescriptor> Descriptors() =>
        [.. Descriptors(typeof(ContractRules)), .. Descriptors(typeof(PayloadRules))];

    private static IEnumerable<DiagnosticDescriptor> Descriptors(Type table) =>
        table.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();

    [GeneratedRegex("^## (?<heading>Bad|Good)\n.*?^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

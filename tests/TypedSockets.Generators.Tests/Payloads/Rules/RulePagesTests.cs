using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>Each payload rule has a page; its bad example breaks the rule, its good example is compiled and breaks none.</summary>
public class RulePagesTests
{
    private static readonly string Pages = Path.Combine(Root(), "docs", "rules");

    public static TheoryData<string> Ids => [.. Rules().Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_what_is_bad_and_what_is_good(string id)
    {
        var rule = Rules().Single(rule => rule.Id == id);
        var page = File.ReadAllText(Path.Combine(Pages, $"{id}.md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);

        var blocks = Regex.Match(page, "\n## Bad\n\n```csharp\n(?<bad>.*?)```\n\n## Good\n\n```csharp\n(?<good>.*?)```\n(\n## Fix\n\n.+\n)?$", RegexOptions.Singleline);
        Assert.True(blocks.Success);
        Assert.Contains(id, PayloadFixture.ParseHub(blocks.Groups["bad"].Value).Problems.Select(problem => problem.Id));
        var good = PayloadFixture.ParseHub(blocks.Groups["good"].Value);
        Assert.Empty(good.Problems);
        _ = good.Run();
    }

    [Fact]
    public void There_is_no_page_without_a_rule() => Assert.Equal(
        Rules().Select(rule => rule.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Pages, "TSKT2*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static List<DiagnosticDescriptor> Rules() =>
        [.. typeof(PayloadRules).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => (DiagnosticDescriptor)field.GetValue(null)!)];

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "TypedSockets.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }
}

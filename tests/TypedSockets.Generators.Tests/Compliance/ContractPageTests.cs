using System.Text.RegularExpressions;
using TypedSockets.Generators.Tests.Compiling;
using TypedSockets.Generators.Tests.Rules;

namespace TypedSockets.Generators.Tests.Compliance;

/// <summary>What docs/contracts.md shows is a project that compiles.</summary>
public sealed partial class ContractPageTests
{
    [Fact]
    public void The_code_of_the_page_compiles_and_breaks_no_rule()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "contracts.md")).ReplaceLineEndings("\n");
        string[] blocks = [.. Block().Matches(page).Select(match => match.Groups["code"].Value)];
        Assert.Equal(5, blocks.Length);
        var run = new GeneratorFixture().Run(blocks);
        Assert.Empty(run.Analyze());
        Rule.NoErrors(run);
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

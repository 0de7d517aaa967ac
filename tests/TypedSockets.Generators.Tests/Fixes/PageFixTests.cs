using TypedSockets.Generators.Tests.Rules;

namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>What the pages of rules say of fixes is true.</summary>
public class PageFixTests
{
    public static TheoryData<string> Fixable => [.. Fix.Rules];

    [Theory]
    [MemberData(nameof(Fixable))]
    public void The_fix_of_a_page_s_bad_example_compiles(string id) => Fix.Result(id, RulePageTests.Example(id, "Bad"));
}

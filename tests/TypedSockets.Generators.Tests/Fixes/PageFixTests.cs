using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Locking;
using TypedSockets.Generators.Tests.Rules;

namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>What the pages of rules say of fixes is true.</summary>
public class PageFixTests
{
    private const string Heading = "\n## Fix\n\n";

    public static TheoryData<string> Fixable => [.. Fix.Rules];

    [Theory]
    [MemberData(nameof(Fixable))]
    public void The_fix_of_a_page_s_bad_example_compiles(string id) => Fix.Result(id, RulePageTests.Example(id, "Bad"));

    [Fact]
    public void The_page_of_a_rule_says_what_its_fix_does() => Assert.Equal(
        Fix.Rules.Concat(new UpdateLockFix().FixableDiagnosticIds).Order(StringComparer.Ordinal),
        RulePageTests.Rules.Where(id => About(id) is { } text && !text.StartsWith("There is none: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_rule_has_two_fixes() => Assert.Equal(Fix.Rules.Distinct(), Fix.Rules);

    // An editor looks for this attribute, and calls the constructor without parameters.
    [Fact]
    public void Every_fix_is_found_by_editors() => Assert.All(Fix.Types, type =>
    {
        var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.Equal((type.Name, LanguageNames.CSharp), (export?.Name, export?.Languages.Single()));
        Assert.NotNull(type.GetConstructor([]));
    });

    private static string? About(string id)
    {
        var page = RulePageTests.Page(id);
        var start = page.IndexOf(Heading, StringComparison.Ordinal);
        return start < 0 ? null : page[(start + Heading.Length)..];
    }
}

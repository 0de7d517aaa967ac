using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedSockets.Generators.Tests.Incremental;

public class RunReasonTests
{
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;

    private static readonly string[] Sources =
    [
        """
        [SocketHub<IShopClient>("shop")]
        public partial interface IShopHub : IBase { void Buy(Item item); }
        public interface IShopClient { void Bought(Item item); }
        """,
        """
        [SocketHub<INewsClient>("news")]
        public partial interface INewsHub { void Read(Story story); }
        public interface INewsClient { void Told(Story story); }
        public record Story(string Title);
        """,
        "public record Item(string Name);",
        "public interface IBase { void Ping(); }",
        "public static class Other { public static int Number() => 1; }",
    ];

    [Fact]
    public void The_first_run_makes_everything() => Assert.Equal(IncrementalStepRunReason.New, Begin().Hub("IShopHub"));

    [Fact]
    public void An_edit_of_other_code_changes_nothing() => Begin().Edit(4, "=> 1", "=> 2").DidNothing();

    [Fact]
    public void A_new_file_changes_nothing() => Begin().Change(compilation => compilation.AddSyntaxTrees(Tree("public class Added;"))).DidNothing();

    [Fact]
    public void A_comment_above_the_hub_changes_nothing() => Begin().Edit(0, "[SocketHub", "// a comment\n\n[SocketHub").DidNothing();

    [Fact]
    public void A_member_s_documentation_changes_the_hub() =>
        Assert.Equal(Modified, Begin().Edit(0, "void Buy", "\n/// <summary>Buys.</summary>\nvoid Buy").Hub("IShopHub"));

    [Fact]
    public void An_edit_of_a_hub_changes_that_hub_alone()
    {
        var run = Begin().Edit(0, "void Buy", "void Sell");
        Assert.Equal(Modified, run.Hub("IShopHub"));
        AssertOld(run.Hub("INewsHub"));
        AssertOld(run.Client("IShopClient"));
        AssertOld(run.Client("INewsClient"));
        AssertOld(run.Payload("Item"));
    }

    [Fact]
    public void A_member_that_becomes_volatile_changes_its_hub_alone()
    {
        var run = Begin().Edit(0, "void Buy", "[Volatile] void Buy");
        Assert.Equal(Modified, run.Hub("IShopHub"));
        AssertOld(run.Hub("INewsHub"));
        AssertOld(run.Client("IShopClient"));
        AssertOld(run.Payload("Item"));
    }

    [Fact]
    public void A_client_s_member_that_becomes_volatile_changes_the_client() =>
        Assert.Equal(Modified, Begin().Edit(0, "void Bought", "[Volatile] void Bought").Client("IShopClient"));

    [Fact]
    public void An_edit_of_a_client_interface_changes_the_client_and_its_hub()
    {
        var run = Begin().Edit(0, "Bought", "Sold");
        Assert.Equal(Modified, run.Client("IShopClient"));
        Assert.Equal(Modified, run.Hub("IShopHub"));
        AssertOld(run.Client("INewsClient"));
    }

    [Fact]
    public void An_edit_of_a_payload_type_in_another_file_changes_it_and_its_hub()
    {
        var run = Begin().Edit(2, "string Name", "string Name, int Count");
        Assert.Equal(Modified, run.Payload("Item"));
        Assert.Equal(Modified, run.Hub("IShopHub"));
        AssertOld(run.Hub("INewsHub"));
        AssertOld(run.Payload("Story"));
    }

    [Fact]
    public void An_edit_of_a_base_interface_in_another_file_changes_the_hub()
    {
        var run = Begin().Edit(3, "Ping", "Knock");
        Assert.Equal(Modified, run.Hub("IShopHub"));
        AssertOld(run.Hub("INewsHub"));
    }

    [Fact]
    public void A_hub_that_is_taken_away_takes_its_files_along()
    {
        var run = Begin().Edit(1, "[SocketHub<INewsClient>(\"news\")]", "");
        Assert.Equal(IncrementalStepRunReason.Removed, run.Hub("INewsHub"));
        AssertOld(run.Hub("IShopHub"));
    }

    [Fact]
    public void A_change_of_an_option_changes_nothing() =>
        Begin().Change(compilation => compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release))).DidNothing();

    [Fact]
    public void A_change_of_the_references_changes_nothing() => Begin().Change(compilation => compilation.AddReferences(
        CSharpCompilation.Create("Added", [Tree("public class Added;")], compilation.References, compilation.Options).ToMetadataReference())).DidNothing();

    [Fact]
    public void An_edit_that_says_the_same_in_other_words_writes_no_file()
    {
        var run = Begin().Edit(0, "void Buy(Item item);", "void Buy(global::Item  item) ;");
        AssertOld(run.Hub("IShopHub"));
        Assert.Equal(0, run.Rewritten());
    }

    private static IncrementalRun Begin() => new(Sources);

    private static SyntaxTree Tree(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14), "Added.cs");

    private static void AssertOld(IncrementalStepRunReason reason) =>
        Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged });
}

namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>The fixes for payload types.</summary>
public class PayloadFixTests
{
    [Theory]
    [InlineData("ReadOnlySpan<byte> data", "ReadOnlyMemory<byte> data")]
    [InlineData("Span<byte> data", "byte[] data")]
    [InlineData("ReadOnlySpan<Item> data", "Item[] data")]
    [InlineData("System.Span<string> data", "string[] data")]
    public void TSKT2004_a_span_becomes_an_array_or_memory(string before, string after) => GivesSignature("TSKT2004", before, after);

    [Fact]
    public void TSKT2004_a_pointer_has_no_fix() => Fix.IsNotOffered("TSKT2004", Contract("void Say(RuntimeArgumentHandle handle);"));

    [Theory]
    [InlineData("int[,] board", "int[][] board")]
    [InlineData("int[,,]? board", "int[][][]? board")]
    [InlineData("List<int[,]> boards", "List<int[][]> boards")]
    [InlineData("string[][,] board", "string[][][] board")]
    public void TSKT2005_an_array_becomes_jagged(string before, string after) => GivesSignature("TSKT2005", before, after);

    [Theory]
    [InlineData("public sealed record Item(int[,] Board);", "public sealed record Item(int[][] Board);")]
    [InlineData("public sealed class Item { public List<int[,]>? Boards { get; set; } }", "public sealed class Item { public List<int[][]>? Boards { get; set; } }")]
    [InlineData("public sealed class Item { public int[,] Board = null!; }", "public sealed class Item { public int[][] Board = null!; }")]
    public void TSKT2005_a_member_is_changed_where_it_is_declared(string before, string after) => Gives("TSKT2005", before, after);

    [Theory]
    [InlineData("Task<string> text", "string text")]
    [InlineData("List<ValueTask<Item?>> items", "List<Item?> items")]
    public void TSKT2008_a_task_becomes_its_value(string before, string after) => GivesSignature("TSKT2008", before, after);

    [Fact]
    public void TSKT2008_the_call_itself_stays() => Fix.Gives(
        "TSKT2008", Contract("Task<ValueTask<int>> Ask();"), Contract("Task<int> Ask();"));

    [Theory]
    [InlineData("Task done")]
    [InlineData("IAsyncEnumerable<int>[] numbers")]
    public void TSKT2008_what_brings_no_value_has_no_fix(string parameter) => Fix.IsNotOffered("TSKT2008", Contract($"void Say({parameter});"));

    [Theory]
    [InlineData("DateTime at", "DateTimeOffset at")]
    [InlineData("System.DateTime? at", "DateTimeOffset? at")]
    [InlineData("Dictionary<string, List<DateTime>> at", "Dictionary<string, List<DateTimeOffset>> at")]
    public void TSKT2028_a_point_in_time_has_an_offset(string before, string after) => GivesSignature("TSKT2028", before, after);

    [Fact]
    public void TSKT2028_a_result_and_a_member_are_changed_where_they_are_declared() => Fix.Gives(
        "TSKT2028",
        Contract("Task<DateTime> When(Item item);", "public record struct Item(DateTime At, DateTime? Until);"),
        Contract("Task<DateTimeOffset> When(Item item);", "public record struct Item(DateTimeOffset At, DateTimeOffset? Until);"));

    [Theory]
    [InlineData("public class Item { internal class Part; public Part? P { get; set; } }", "public class Item { public class Part; public Part? P { get; set; } }")]
    [InlineData("class Item { public int A { get; set; } }", "public class Item { public int A { get; set; } }")]
    [InlineData(
        "internal record Item(Part[] Parts) : Root; record struct Part(int A); record Root { public Dictionary<int, Leaf>? Leaves { get; init; } } enum Leaf { A } class Unrelated;",
        "public record Item(Part[] Parts) : Root; public record struct Part(int A); public record Root { public Dictionary<int, Leaf>? Leaves { get; init; } } public enum Leaf { A } class Unrelated;")]
    public void TSKT2022_a_type_becomes_public_with_what_it_shows(string before, string after)
    {
        var contract = before.Contains("Part? P", StringComparison.Ordinal) ? "void Say(Item.Part part);" : "void Say(Item item);";
        Fix.Gives("TSKT2022", Contract(contract, before), Contract(contract, after));
    }

    [Fact]
    public void TSKT2022_for_an_internal_hub_internal_is_enough() => Fix.Gives(
        "TSKT2022",
        "public partial class Box { [SocketHub<IClient>] internal partial interface IHub { void Say(Item item); } private class Item { public int A { get; set; } } } public interface IClient;",
        "public partial class Box { [SocketHub<IClient>] internal partial interface IHub { void Say(Item item); } internal class Item { public int A { get; set; } } } public interface IClient;");

    [Theory]
    [InlineData("public class Item { public List<int> A { get; } = []; public int B { get; set; } }", "public class Item { public List<int> A { get; init; } = []; public int B { get; set; } }")]
    [InlineData("public class Item { public int A { get; } public int B { get; } public int C { get; set; } }", "public class Item { public int A { get; init; } public int B { get; init; } public int C { get; set; } }")]
    public void TSKT2027_a_property_gets_init(string before, string after) => Gives("TSKT2027", before, after);

    [Theory]
    [InlineData("public class Item { public readonly int A = 5; public int B { get; set; } }")]
    [InlineData("public class Item { public int A { get; private set; } public int B { get; set; } }")]
    [InlineData("public class Root { public virtual int A => 5; } public class Item : Root { public override int A { get; } public int B { get; set; } }")]
    public void TSKT2027_what_is_set_elsewhere_or_overrides_has_no_fix(string type) => Fix.IsNotOffered("TSKT2027", Contract("void Say(Item item);", type));

    private static void Gives(string id, string before, string after) =>
        Fix.Gives(id, Contract("void Say(Item item);", before), Contract("void Say(Item item);", after));

    private static void GivesSignature(string id, string before, string after) => Fix.Gives(
        id,
        Contract($"void Say(int a, {before});", $"public class Fake : IHub {{ public void Say(int b, {before}) {{ }} }} public sealed record Item(int A);"),
        Contract($"void Say(int a, {after});", $"public class Fake : IHub {{ public void Say(int b, {after}) {{ }} }} public sealed record Item(int A);"));

    private static string Contract(string members, string more = "") => $$"""
        [SocketHub<IClient>]
        public partial interface IHub
        {
            {{members}}
        }

        public interface IClient;
        {{more}}
        """.ReplaceLineEndings("\n");
}

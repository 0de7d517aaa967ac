namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>The fixes that number the members of payload types.</summary>
public class NumberFixTests
{
    [Fact]
    public void TSKT2015_members_of_several_parts_are_numbered() => Gives(
        "TSKT2015",
        "public partial class Item\n{\n    /// <summary>Kept.</summary>\n    public int A { get; set; }\n}\npublic partial class Item\n{\n    public int B; // kept\n}\n",
        "public partial class Item\n{\n    /// <summary>Kept.</summary>\n    [SocketMember(0)]\n    public int A { get; set; }\n}\npublic partial class Item\n{\n    [SocketMember(1)]\n    public int B; // kept\n}\n");

    [Theory]
    [InlineData("public record Item(int A, [SocketMember(0)] int B, int C);", "public record Item([SocketMember(1)] int A, [SocketMember(0)] int B, [SocketMember(2)] int C);")]
    [InlineData("public record Item([SocketMember(2)] int A, int B, int C);", "public record Item([SocketMember(2)] int A, [SocketMember(0)] int B, [SocketMember(1)] int C);")]
    [InlineData("public record Item([property: SocketMember(1)] int A, int B);", "public record Item([property: SocketMember(1)] int A, [SocketMember(0)] int B);")]
    [InlineData(
        "public class Root\n{\n    public int A;\n}\npublic class Item : Root\n{\n    [SocketMember(0)]\n    public int B;\n}",
        "public class Root\n{\n    [SocketMember(1)]\n    public int A;\n}\npublic class Item : Root\n{\n    [SocketMember(0)]\n    public int B;\n}")]
    public void TSKT2016_members_without_a_number_take_the_free_ones(string before, string after) => Gives("TSKT2016", before, after);

    [Theory]
    [InlineData("public record Item([SocketMember(1)] int A, [SocketMember(2)] int B);", "public record Item([SocketMember(0)] int A, [SocketMember(1)] int B);")]
    [InlineData("public record Item([SocketMember(7)] int A, [SocketMember(-3)] int B);", "public record Item([SocketMember(1)] int A, [SocketMember(0)] int B);")]
    [InlineData("public record Item([SocketMember(0)] int A, [SocketMember(0)] int B);", "public record Item([SocketMember(0)] int A, [SocketMember(1)] int B);")]
    [InlineData("public record Item([SocketMember(9)] int A, int B, [SocketMember(5)] int C);", "public record Item([SocketMember(1)] int A, [SocketMember(2)] int B, [SocketMember(0)] int C);")]
    public void TSKT2017_numbers_keep_their_order(string before, string after) => Gives("TSKT2017", before, after);

    [Fact]
    public void TSKT2016_fields_that_are_declared_together_have_no_fix() =>
        Fix.IsNotOffered("TSKT2016", Contract("public class Item { [SocketMember(0)] public int A; public int B, C; }"));

    [Theory]
    [InlineData(
        "[DataContract]\npublic class Item\n{\n    [DataMember]\n    public int A { get; set; }\n    [DataMember(IsRequired = true)] public int B;\n}",
        "public class Item\n{\n    public int A { get; set; }\n    public int B;\n}")]
    [InlineData(
        "[Serializable, DataContract(Name = \"x\")]\npublic class Item\n{\n    [DataMember(Order = 9)]\n    public int A { get; set; }\n    [DataMember(Order = 2)]\n    public int B { get; set; }\n}",
        "[Serializable]\npublic class Item\n{\n    [SocketMember(1)]\n    public int A { get; set; }\n    [SocketMember(0)]\n    public int B { get; set; }\n}")]
    public void TSKT2020_data_contract_attributes_go_and_their_order_stays(string before, string after) => Gives("TSKT2020", before, after);

    [Theory]
    [InlineData("[DataContract] public class Item { [DataMember] public int A { get; set; } public int Hidden { get; set; } }")]
    [InlineData("[DataContract] public class Item { [DataMember] public int A { get; set; } [IgnoreDataMember] public int Hidden { get; set; } }")]
    [InlineData("[DataContract] public class Item { [DataMember(Name = \"a\")] public int A { get; set; } }")]
    [InlineData("[DataContract] public class Item { [DataMember(Order = 1)] public int A { get; set; } [DataMember] public int B { get; set; } }")]
    [InlineData("[DataContract, KnownType(typeof(int))] public class Item : Root { [DataMember] public int A { get; set; } } public class Root;")]
    public void TSKT2020_what_hides_renames_or_leaves_the_order_open_has_no_fix(string type) => Fix.IsNotOffered("TSKT2020", Contract(type));

    private static void Gives(string id, string before, string after) => Fix.Gives(id, Contract(before), Contract(after));

    private static string Contract(string type) => $$"""
        using System.Runtime.Serialization;

        [SocketHub<IClient>] public partial interface IHub { void Say(Item item); }
        public interface IClient;
        {{type}}
        """.ReplaceLineEndings("\n");
}

namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>The fixes for hub interfaces as a whole.</summary>
public class HubFixTests
{
    private const string Client = "public interface IClient { void Heard(string text); }\n";

    [Theory]
    [InlineData("[SocketHub<IClient>]\npublic interface IHub;\n", "[SocketHub<IClient>]\npublic partial interface IHub;\n")]
    [InlineData("[SocketHub<IClient>]\ninterface IHub;\n", "[SocketHub<IClient>]\npartial interface IHub;\n")]
    [InlineData("/// <summary>Kept.</summary>\n[SocketHub<IClient>] // kept\ninternal interface IHub { }\n", "/// <summary>Kept.</summary>\n[SocketHub<IClient>] // kept\ninternal partial interface IHub { }\n")]
    [InlineData("[SocketHub<IClient>] public interface IA; [SocketHub<IClient>] public interface IB;\n", "[SocketHub<IClient>] public partial interface IA; [SocketHub<IClient>] public partial interface IB;\n")]
    public void TSKT1001_a_hub_becomes_partial(string before, string after) => Fix.Gives("TSKT1001", before + Client, after + Client);

    [Theory]
    [InlineData("private partial", "internal partial")]
    [InlineData("protected partial", "internal partial")]
    [InlineData("private protected partial", "internal partial")]
    [InlineData("partial", "internal partial")]
    public void TSKT1003_a_nested_hub_becomes_internal(string before, string after) => Fix.Gives("TSKT1003", Nested("public", before), Nested("public", after));

    [Fact]
    public void TSKT1003_the_types_around_it_do_too() => Fix.Gives(
        "TSKT1003", $"public partial class Outer {{ {Nested("private", "public partial").Replace(Client, "", StringComparison.Ordinal)} }}\n{Client}",
        $"public partial class Outer {{ {Nested("internal", "public partial").Replace(Client, "", StringComparison.Ordinal)} }}\n{Client}");

    [Fact]
    public void TSKT1003_a_hub_of_one_file_becomes_internal() => Fix.Gives(
        "TSKT1003", "[SocketHub<IClient>]\nfile partial interface IHub;\n" + Client, "[SocketHub<IClient>]\ninternal partial interface IHub;\n" + Client);

    [Fact]
    public void TSKT1003_what_it_shows_becomes_internal_too() => Fix.Gives(
        "TSKT1003",
        "partial class Box { [SocketHub<IClient>] private partial interface IHub { void Say(Item item); } private record Item(Part[] Parts); enum Part; }\n" + Client,
        "partial class Box { [SocketHub<IClient>] internal partial interface IHub { void Say(Item item); } internal record Item(Part[] Parts); internal enum Part; }\n" + Client);

    [Theory]
    [InlineData("public static class Box {", "public static partial class Box {")]
    [InlineData("public record struct Box {", "public partial record struct Box {")]
    [InlineData("public class Outer { } public interface Box {", "public class Outer { } public partial interface Box {")]
    public void TSKT1004_the_container_becomes_partial(string before, string after) => Fix.Gives(
        "TSKT1004", before + " [SocketHub<IClient>] public partial interface IHub; }\n" + Client, after + " [SocketHub<IClient>] public partial interface IHub; }\n" + Client);

    [Fact]
    public void TSKT1004_each_container_becomes_partial() => Fix.Gives(
        "TSKT1004",
        "class A { struct B { [SocketHub<IClient>] internal partial interface IHub; } }\n".Replace("struct", "internal struct", StringComparison.Ordinal) + Client,
        "partial class A { struct B { [SocketHub<IClient>] internal partial interface IHub; } }\n".Replace("struct", "internal partial struct", StringComparison.Ordinal) + Client);

    [Fact]
    public void TSKT1004_a_generic_container_has_no_fix() =>
        Fix.IsNotOffered("TSKT1004", "public partial class Box<T> { [SocketHub<IClient>] public partial interface IHub; }\n" + Client);

    [Theory]
    [InlineData("public", "internal interface IOther;", "public interface IOther;")]
    [InlineData("public", "interface IOther;", "public interface IOther;")]
    [InlineData("public", "public class Box { internal interface IOther; }", "public class Box { public interface IOther; }")]
    [InlineData("public", "class Box { public interface IOther; }", "public class Box { public interface IOther; }")]
    [InlineData("internal", "file interface IOther;", "internal interface IOther;")]
    [InlineData("public", "interface IOther : IMore { void Say(Item item); } interface IMore; record Item(int A);", "public interface IOther : IMore { void Say(Item item); } public interface IMore; public record Item(int A);")]
    public void TSKT1005_the_client_becomes_as_accessible(string hub, string before, string after)
    {
        var name = before.Contains("Box", StringComparison.Ordinal) ? "Box.IOther" : "IOther";
        var source = $"[SocketHub<{name}>] {hub} partial interface IHub;\n";
        Fix.Gives("TSKT1005", source + before, source + after);
    }

    [Theory]
    [InlineData("public interface IOther;", "public interface IOther : IClient;")]
    [InlineData("public interface IOther { void More(); }", "public interface IOther : IClient { void More(); }")]
    [InlineData("public interface IMore; public interface IOther : IMore { }", "public interface IMore; public interface IOther : IMore, IClient { }")]
    public void TSKT1007_the_client_is_derived(string before, string after)
    {
        const string Hubs = "[SocketHub<IClient>] public partial interface IBase; [SocketHub<IOther>(\"o\")] public partial interface IHub : IBase;\n";
        Fix.Gives("TSKT1007", Hubs + Client + before, Hubs + Client + after);
    }

    [Fact]
    public void TSKT1007_a_client_that_the_other_derives_from_has_no_fix() => Fix.IsNotOffered("TSKT1007", """
        [SocketHub<IMore>] public partial interface IBase;
        [SocketHub<IClient>("o")] public partial interface IHub : IBase;
        public interface IMore : IClient;
        public interface IClient;
        """);

    [Theory]
    [InlineData("[SocketHub<IClient>(\"\")] public", "[SocketHub<IClient>] public")]
    [InlineData("[Obsolete, SocketHub<IClient>(name: \"\")] public", "[Obsolete, SocketHub<IClient>] public")]
    public void TSKT1019_the_hub_is_named_as_its_interface(string before, string after) =>
        Fix.Gives("TSKT1019", before + " partial interface IHub;\n" + Client, after + " partial interface IHub;\n" + Client);

    private static string Nested(string container, string hub) => $$"""
        {{container}} partial class Box
        {
            // kept
            [SocketHub<IClient>]
            {{hub}} interface IHub;
        }

        """.ReplaceLineEndings("\n") + Client;
}

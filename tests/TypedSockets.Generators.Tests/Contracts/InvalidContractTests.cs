using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Tests.Contracts;

/// <summary>What is wrong with a contract is told by one rule, at the right place, and never by errors in generated code.</summary>
public class InvalidContractTests
{
    [Theory]
    [InlineData("TSKT1008", "void [|M|](int a);")]
    [InlineData("TSKT1009", "void [|All|]();")]
    [InlineData("TSKT1009", "void [|GetHashCode|]();")]
    [InlineData("TSKT1010", "int [|P|] { get; }")]
    [InlineData("TSKT1010", "int [|P|] { get; set; }")]
    [InlineData("TSKT1010", "event Action [|E|];")]
    [InlineData("TSKT1010", "int [|this|][int index] { get; }")]
    [InlineData("TSKT1010", "static int [|F|] = 1;")]
    [InlineData("TSKT1011", "void [|G|]<T>();")]
    [InlineData("TSKT1011", "ValueTask<T> [|G|]<T>(T a);")]
    [InlineData("TSKT1012", "static void [|S|]() { }")]
    [InlineData("TSKT1012", "static virtual void [|S|]() { }")]
    [InlineData("TSKT1012", "void [|S|]() { }")]
    [InlineData("TSKT1012", "private void [|S|]() { }")]
    [InlineData("TSKT1012", "void IBase.[|Base|]() { }")]
    [InlineData("TSKT1021", "internal void [|S|]();")]
    [InlineData("TSKT1021", "protected void [|S|]();")]
    [InlineData("TSKT1013", "void S(ref int [|a|]);")]
    [InlineData("TSKT1013", "void S(in int [|a|]);")]
    [InlineData("TSKT1013", "void S(out int [|a|]);")]
    [InlineData("TSKT1013", "void S(ref readonly int [|a|]);")]
    [InlineData("TSKT1013", "Task S(in CancellationToken [|a|]);")]
    [InlineData("TSKT1014", "int [|S|]();")]
    [InlineData("TSKT1014", "ref int [|S|]();")]
    [InlineData("TSKT1014", "ref readonly Task [|S|]();")]
    [InlineData("TSKT1014", "List<int> [|S|](int a);")]
    [InlineData("TSKT1015", "[OneWay] void [|S|]();")]
    [InlineData("TSKT1015", "[OneWay] Task<int> [|S|]();")]
    [InlineData("TSKT1016", "Task S(CancellationToken [|a|], int b);")]
    [InlineData("TSKT1016", "Task S(CancellationToken [|a|], CancellationToken b);")]
    [InlineData("TSKT1017", "void S(int a, CancellationToken [|b|]);")]
    [InlineData("TSKT1018", "void [|S|](int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13, int a14, int a15, int a16);")]
    [InlineData("TSKT1022", "[Volatile] Task [|S|]();")]
    [InlineData("TSKT1022", "[Volatile] ValueTask<int> [|S|](int a);")]
    [InlineData("TSKT2001", "void S(object [|a|]);")]
    [InlineData("TSKT2004", "void S(params ReadOnlySpan<int> [|a|]);")]
    [InlineData("TSKT2008", "Task S(List<IAsyncEnumerable<int>> [|a|]);")]
    [InlineData("TSKT2008", "Task<Task<int>> [|S|]();")]
    [InlineData("TSKT2006", "void S(IBase [|a|]);")]
    [InlineData("TSKT1008", "new void [|Base|]();")]
    public void A_bad_member_is_reported_and_the_others_work(string id, string member)
    {
        foreach (var (hub, client) in ((string, string)[])[(member, ""), ("", member)])
        {
            var run = ContractFixture.Run($$"""
                namespace Chat;

                public interface IBase { void Base(); }

                [SocketHub<IChatClient>]
                public partial interface IChatHub : IBase
                {
                    void M(string text);
                    {{Unmarked(hub)}}
                    void Z(string text);
                }

                public interface IChatClient : IBase
                {
                    void M(string text);
                    {{Unmarked(client)}}
                    void Z(string text);
                }

                public static class Use
                {
                    public static void All(HubClient<IChatHub> hub, HubSocket<IChatHub, IChatClient> socket, Recipients<IChatClient> all)
                    {
                        hub.Emit.M("");
                        hub.On.Z(text => { });
                        socket.On.Z(text => { });
                        socket.Emit.Z("");
                        all.Z("");
                    }
                }
                """);
            run.Compiles();
            var report = Assert.Single(run.Reports);
            Assert.Equal(id, report.Id);
            Assert.Equal(Marked(member), report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan));
        }
    }

    [Theory]
    [InlineData("TSKT1001", "public interface [|IChatHub|] { void Say(string text); }")]
    [InlineData("TSKT1002", "public partial interface [|IChatHub|]<T> { void Say(T text); }")]
    [InlineData("TSKT1003", "file partial interface [|IChatHub|] { void Say(string text); }")]
    [InlineData("TSKT1003", "partial class Outer { @ private partial interface [|IChatHub|] { void Say(string text); } }")]
    [InlineData("TSKT1003", "partial class Outer { @ protected partial interface [|IChatHub|] { void Say(string text); } }")]
    [InlineData("TSKT1003", "partial class Outer { @ private protected partial interface [|IChatHub|] { void Say(string text); } }")]
    [InlineData("TSKT1004", "public class Outer { @ public partial interface [|IChatHub|] { void Say(string text); } }")]
    [InlineData("TSKT1004", "public class Outer { public partial struct Inner { @ public partial interface [|IChatHub|] { void Say(string text); } } }")]
    [InlineData("TSKT1004", "public partial class Outer<T> { @ public partial interface [|IChatHub|] { void Say(string text); } }")]
    public void A_hub_that_nothing_can_be_added_to_is_reported_and_left_alone(string id, string hub)
    {
        const string Attribute = "[SocketHub<IChatClient>]";
        var code = hub.Contains('@', StringComparison.Ordinal) ? hub.Replace("@", Attribute, StringComparison.Ordinal) : $"{Attribute} {hub}";
        Expect(id, Marked(hub), $"namespace Chat;\n{Unmarked(code)}\npublic interface IChatClient {{ void Said(string text); }}");
    }

    // Such an interface cannot be a type argument, so that not even its side can be written.
    [Theory]
    [InlineData("TSKT1012", "static abstract void [|S|]();")]
    [InlineData("TSKT1010", "static abstract int [|S|] { get; }")]
    [InlineData("TSKT1010", "static abstract event Action [|S|];")]
    [InlineData("TSKT1010", "static abstract IChatHub operator [|+|](IChatHub a, IChatHub b);")]
    public void A_static_abstract_member_is_reported_and_its_hub_left_alone(string id, string member) =>
        Expect(id, Marked(member), $"[SocketHub<IChatClient>] public partial interface IChatHub {{ {Unmarked(member)} }}\npublic interface IChatClient;");

    [Theory]
    [InlineData("TSKT1005", "internal interface IChatClient;", "IChatClient")]
    [InlineData("TSKT1005", "public class Outer { internal interface IChatClient; }", "Outer.IChatClient")]
    [InlineData("TSKT1006", "public class ChatClient;", "ChatClient")]
    [InlineData("TSKT1006", "", "string")]
    [InlineData("TSKT1006", "", "Action")]
    [InlineData("TSKT1002", "public interface IChatClient<T>;", "IChatClient<int>")]
    public void A_client_that_is_none_is_reported(string id, string client, string name) =>
        Expect(id, "IChatHub", $"{client}\n[SocketHub<{name}>] public partial interface IChatHub {{ void Say(string text); }}");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("TOO LONG")]
    public void A_bad_wire_name_is_reported_and_the_hub_still_works(string name) => Expect("TSKT1019", "IChatHub", $$"""
        [SocketHub<IChatClient>({{(name == "TOO LONG" ? $"\"{new string('a', 255)}é\"" : name)}})] public partial interface IChatHub { void Say(string text); }
        public interface IChatClient { void Said(string text); }
        public static class Use { public static void All(HubClient<IChatHub> hub) => hub.Emit.Say(""); }
        """);

    [Theory]
    [InlineData("\"a\\\"b\\\\c\"")]
    [InlineData("\"a\\u2028b\\u0085c\\0\\n\"")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("\"\\\"\\\"\\\"\"")]
    [InlineData("null!")]
    public void A_strange_wire_name_is_allowed(string name) => ContractFixture.Run($$"""
        [SocketHub<IChatClient>({{name}})] public partial interface IChatHub { void Say(string text); }
        public interface IChatClient { void Said(string text); }
        """).IsClean();

    [Fact]
    public void A_hub_whose_client_is_foreign_to_the_inherited_hub_is_reported_and_still_works() => Expect("TSKT1007", "IChatHub", """
        [SocketHub<IBaseClient>("base")] public partial interface IBaseHub { void Ping(); }
        public interface IBaseClient { void Pong(); }
        [SocketHub<IChatClient>("chat")] public partial interface IChatHub : IBaseHub { void Say(string text); }
        public interface IChatClient { void Said(string text); }
        public static class Use { public static void All(HubClient<IChatHub> hub) => hub.Emit.Say(""); }
        """);

    [Fact]
    public void Of_two_hubs_with_one_wire_name_the_later_is_reported()
    {
        var report = Expect("TSKT1020", "IHub", """
            namespace B { [SocketHub<IClient>] public partial interface IHub; }
            namespace A { [SocketHub<IClient>("Hub")] public partial interface IHub; }
            public interface IClient;
            """);
        Assert.Equal("\"B.IHub\" and \"A.IHub\" are both named 'Hub' on the wire; name one of them: [SocketHub<...>(\"name\")]", report.GetMessage(null));
    }

    [Fact]
    public void Types_that_do_not_exist_are_the_compilers_to_report()
    {
        var run = ContractFixture.Run("""
            [SocketHub<IChatClient>]
            public partial interface IChatHub
            {
                Nothing A(string text);
                Task<Nothing> B(string text);
                void C(Nothing text);
                void D(List<Nothing> text, Message message);
            }
            [SocketHub<Nobody>("two")] public partial interface IOther;
            public interface IChatClient;
            public record Message(Nothing Text);
            """);
        Assert.Empty(run.Reports);
        Assert.All(run.Complaints, complaint => Assert.Equal(("CS0246", "Contract.cs"), (complaint.Id, complaint.Location.SourceTree!.FilePath)));
    }

    [Fact]
    public void An_older_language_version_is_reported()
    {
        var compilation = ContractFixture.Compile("[SocketHub<IClient>] public partial interface IHub { void Say(string text); }\npublic interface IClient;");
        var options = new Microsoft.CodeAnalysis.CSharp.CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13);
        var old = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            compilation.SyntaxTrees.Select(tree => ContractFixture.Tree(tree.ToString(), tree.FilePath, options)));
        var run = ContractFixture.Run(old).Compiles();
        Assert.Equal("TSKT0001", Assert.Single(run.Reports).Id);
        Assert.Empty(run.Files);
    }

    private static Diagnostic Expect(string id, string place, string code)
    {
        var run = ContractFixture.Run(code).Compiles();
        var report = Assert.Single(run.Reports);
        Assert.Equal((id, place), (report.Id, report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan)));
        return report;
    }

    private static string Marked(string code) => code.Split("[|")[1].Split("|]")[0];

    private static string Unmarked(string code) => code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
}

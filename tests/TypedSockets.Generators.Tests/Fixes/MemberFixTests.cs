namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>The fixes for the members of contracts. Implementations change with them.</summary>
public class MemberFixTests
{
    [Theory]
    [InlineData("int Count { get; }", "Task<int> Count();")]
    [InlineData("/// <summary>Kept.</summary>\n    string? Name { get; } // kept", "/// <summary>Kept.</summary>\n    Task<string?> Name(); // kept")]
    [InlineData("int A { get; }\n    int B { get; }", "Task<int> A();\n    Task<int> B();")]
    public void TSKT1010_a_property_becomes_a_method(string before, string after) => Gives("TSKT1010", before, after);

    [Theory]
    [InlineData("int Count { get; set; }", "")]
    [InlineData("int Count { set; }", "")]
    [InlineData("event Action Said;", "")]
    [InlineData("int this[int index] { get; }", "")]
    [InlineData("int Count { get; }", "public class Fake : IHub { public int Count => 5; }")]
    [InlineData("int Count { get; }", "public class User { public int Ask(IHub hub) => hub.Count; }")]
    public void TSKT1010_what_is_set_or_used_has_no_fix(string member, string more) => Fix.IsNotOffered("TSKT1010", Contract(member, more));

    [Theory]
    [InlineData("Task Do(ref int number);", "Task Do(int number);", "Task Do(ref int number) { number++;", "Task Do(int number) { number++;")]
    [InlineData("Task Do(in int number);", "Task Do(int number);", "Task Do(in int number) {", "Task Do(int number) {")]
    [InlineData("Task Do(ref readonly int number);", "Task Do(int number);", "Task Do(ref readonly int number) {", "Task Do(int number) {")]
    [InlineData("Task Do(string a, in int number);", "Task Do(string a, int number);", "Task Do(string b, in int c) {", "Task Do(string b, int c) {")]
    public void TSKT1013_a_parameter_is_passed_by_value(string before, string after, string implementation, string fixedImplementation) => Gives(
        "TSKT1013", before, after, Fake(implementation + " return Task.CompletedTask; }"), Fake(fixedImplementation + " return Task.CompletedTask; }"));

    [Theory]
    [InlineData("TSKT1013", "Task Do(int a, in int b);", "hub.Do(1, in five);", "Task Do(int a, int b);", "hub.Do(1, five);")]
    [InlineData("TSKT1013", "Task Do(ref int a, int b);", "maybe?.Do(b: 1, a: ref five);", "Task Do(int a, int b);", "maybe?.Do(b: 1, a: five);")]
    [InlineData("TSKT1016", "Task Do(CancellationToken cancel, int a);", "hub.Do(default, /* kept */ five);", "Task Do(int a, CancellationToken cancel);", "hub.Do(five, default);")]
    [InlineData("TSKT1016", "Task Do(CancellationToken c, int a = 1);", "hub.Do(CancellationToken.None);", "Task Do(int a = 1, CancellationToken c = default);", "hub.Do(c: CancellationToken.None);")]
    [InlineData("TSKT1016", "Task Do(CancellationToken c, int a, int b);", "hub.Do(default, b: 1, a: five);", "Task Do(int a, int b, CancellationToken c);", "hub.Do(b: 1, a: five, c: default);")]
    [InlineData("TSKT1016", "Task Do(CancellationToken c, int a);", "hub.Do(a: five, c: default);", "Task Do(int a, CancellationToken c);", "hub.Do(a: five, c: default);")]
    [InlineData("TSKT1017", "void Do(int a, CancellationToken c);", "hub.Do(five, default);", "void Do(int a);", "hub.Do(five);")]
    [InlineData("TSKT1017", "void Do(int a, CancellationToken c = default);", "hub.Do(five);", "void Do(int a);", "hub.Do(five);")]
    [InlineData("TSKT1017", "void Do(int a, CancellationToken c);", "hub.Do(c: default, a: five);", "void Do(int a);", "hub.Do(a: five);")]
    public void Calls_change_with_the_parameters(string id, string before, string call, string after, string fixedCall)
    {
        const string User = "public class User(IHub hub, IHub? maybe) {{ public IHub? Maybe => maybe ?? hub; public void Run() {{ var five = 5; {0} five++; }} }}";
        Gives(id, before, after, string.Format(null, User, call), string.Format(null, User, fixedCall));
    }

    [Fact]
    public void TSKT1013_an_out_parameter_has_no_fix() => Fix.IsNotOffered("TSKT1013", Contract("void Say(out int number);"));

    [Theory]
    [InlineData("int Count(string room) => room.Length;", "ValueTask<int> Count(string room) => ValueTask.FromResult<int>(room.Length);")]
    [InlineData("int Count(string room) => throw new InvalidOperationException();", "ValueTask<int> Count(string room) => throw new InvalidOperationException();")]
    [InlineData(
        "int Count(string room) { Func<int> a = () => { return 5; }; if (room == \"\") return default; return a(); }",
        "ValueTask<int> Count(string room) { Func<int> a = () => { return 5; }; if (room == \"\") return ValueTask.FromResult<int>(default); return ValueTask.FromResult<int>(a()); }")]
    public void TSKT1014_a_result_comes_in_a_task(string implementation, string fixedImplementation) =>
        Gives("TSKT1014", "int Count(string room);", "ValueTask<int> Count(string room);", Fake(implementation), Fake(fixedImplementation));

    [Fact]
    public void TSKT1014_explicit_virtual_and_overriding_implementations_change_too() => Gives(
        "TSKT1014",
        "string? Name();",
        "ValueTask<string?> Name();",
        "public class A : IHub { string? IHub.Name() => null; } public class B : IHub { public virtual string? Name() => \"\"; } public class C : B { public override string? Name() => base.ToString(); }",
        "public class A : IHub { ValueTask<string?> IHub.Name() => ValueTask.FromResult<string?>(null); } public class B : IHub { public virtual ValueTask<string?> Name() => ValueTask.FromResult<string?>(\"\"); }"
        + " public class C : B { public override ValueTask<string?> Name() => ValueTask.FromResult<string?>(base.ToString()); }");

    [Theory]
    [InlineData("IAsyncEnumerator<int> Ask();", "")]
    [InlineData("ref int Ask();", "")]
    [InlineData("IEnumerable<int> Ask();", "public class Fake : IHub { public IEnumerable<int> Ask() { yield return 1; } }")]
    public void TSKT1014_streams_and_references_have_no_fix(string member, string more) => Fix.IsNotOffered("TSKT1014", Contract(member, more));

    [Theory]
    [InlineData("[OneWay] void Say();", "void Say();")]
    [InlineData("[OneWay]\n    Task<int> Ask();", "Task<int> Ask();")]
    [InlineData("/// <summary>Kept.</summary>\n    [OneWay, Obsolete(\"kept\")]\n    void Say();", "/// <summary>Kept.</summary>\n    [Obsolete(\"kept\")]\n    void Say();")]
    [InlineData("[Concurrent]\n    [OneWayAttribute]\n    void Say();", "[Concurrent]\n    void Say();")]
    public void TSKT1015_an_attribute_without_effect_goes(string before, string after) => Gives("TSKT1015", before, after);

    [Theory]
    [InlineData("Task Do(CancellationToken cancel, string text);", "Task Do(string text, CancellationToken cancel);")]
    [InlineData("Task Do(CancellationToken cancel, string text = \"\");", "Task Do(string text = \"\", CancellationToken cancel = default);")]
    [InlineData("Task Do(int a, CancellationToken cancel = default, int b = 0);", "Task Do(int a, int b = 0, CancellationToken cancel = default);")]
    public void TSKT1016_the_token_moves_to_the_end(string before, string after) => Gives(
        "TSKT1016", before, after, Fake($"{before.TrimEnd(';')} => Task.CompletedTask;"), Fake($"{after.TrimEnd(';')} => Task.CompletedTask;"));

    [Theory]
    [InlineData("Task Do(CancellationToken one, CancellationToken two);")]
    [InlineData("Task Do(CancellationToken cancel, params string[] names);")]
    public void TSKT1016_two_tokens_and_params_have_no_fix(string member) => Fix.IsNotOffered("TSKT1016", Contract(member));

    [Theory]
    [InlineData("void Say(string text, CancellationToken cancel);", "void Say(string text);")]
    [InlineData("void Say(CancellationToken cancel);", "void Say();")]
    public void TSKT1017_the_token_goes(string before, string after) =>
        Gives("TSKT1017", before, after, Fake($"{before.TrimEnd(';')} {{ }}"), Fake($"{after.TrimEnd(';')} {{ }}"));

    [Fact]
    public void TSKT1017_a_token_that_is_used_has_no_fix() => Fix.IsNotOffered(
        "TSKT1017", Contract("void Say(CancellationToken cancel);", Fake("void Say(CancellationToken stop) => stop.ThrowIfCancellationRequested();")));

    [Theory]
    [InlineData("internal void Say();", "void Say();")]
    [InlineData("// kept\n    protected internal abstract void Say();", "// kept\n    abstract void Say();")]
    public void TSKT1021_a_member_becomes_public(string before, string after) => Gives("TSKT1021", before, after);

    [Theory]
    [InlineData("[Volatile] Task Do();", "Task Do();")]
    [InlineData("[Volatile, Concurrent] Task Do();\n    [Volatile] ValueTask<int> Ask();", "[Concurrent] Task Do();\n    ValueTask<int> Ask();")]
    public void TSKT1022_a_call_is_not_volatile(string before, string after) => Gives("TSKT1022", before, after);

    [Theory]
    [InlineData("[Coalesce] Task Do();", "Task Do();")]
    [InlineData("[Coalesce, Volatile] void Say();", "[Volatile] void Say();")]
    [InlineData("[Coalesce(\"key\")] void Say(string text);", "void Say(string text);")]
    public void TSKT1026_what_cannot_be_coalesced_is_not(string before, string after) => Gives("TSKT1026", before, after);

    private static void Gives(string id, string before, string after, string implementation = "", string fixedImplementation = "") =>
        Fix.Gives(id, Contract(before, implementation), Contract(after, fixedImplementation));

    private static string Fake(string method) => $"public class Fake : IHub {{ public {method} }}";

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

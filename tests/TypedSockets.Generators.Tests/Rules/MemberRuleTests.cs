using System.Globalization;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>The rules for the members of a contract, on both of its sides.</summary>
public class MemberRuleTests
{
    [Theory]
    [InlineData("TSKT1008", "void Say(string text); void [|Say|](int number);")]
    [InlineData("TSKT1008", "void Say(string text); Task [|Say|](string text, int number); void [|Say|]();")]
    [InlineData("TSKT1009", "void [|All|]();")]
    [InlineData("TSKT1009", "void [|Bind|]();")]
    [InlineData("TSKT1009", "ValueTask [|OnConnected|]();")]
    [InlineData("TSKT1009", "void [|Clients|](string text); void [|Groups|](); void [|Context|](); void [|User|]();")]
    [InlineData("TSKT1009", "void [|ToString|](); void [|Equals|](string text); void [|GetType|]();")]
    [InlineData("TSKT1010", "string [|Name|] { get; }")]
    [InlineData("TSKT1010", "string [|Name|] { get; set; }")]
    [InlineData("TSKT1010", "event Action [|Said|];")]
    [InlineData("TSKT1010", "string [|this|][int index] { get; }")]
    [InlineData("TSKT1010", "static int [|Most|] = 5;")]
    [InlineData("TSKT1011", "void [|Say|]<T>();")]
    [InlineData("TSKT1011", "Task<T> [|Ask|]<T>(T value);")]
    [InlineData("TSKT1012", "void [|Say|](string text) { }")]
    [InlineData("TSKT1012", "static void [|Say|](string text) { }")]
    [InlineData("TSKT1012", "private void [|Say|](string text) { }")]
    [InlineData("TSKT1012", "sealed void [|Say|](string text) { }")]
    [InlineData("TSKT1013", "void Say(ref int [|number|]);")]
    [InlineData("TSKT1013", "void Say(in int [|number|]);")]
    [InlineData("TSKT1013", "void Say(ref readonly int [|number|]);")]
    [InlineData("TSKT1013", "void Say(out int [|first|], ref int [|second|]);")]
    [InlineData("TSKT1014", "int [|Ask|]();")]
    [InlineData("TSKT1014", "IAsyncEnumerator<int> [|Ask|]();")]
    [InlineData("TSKT1030", "void Ask(IAsyncEnumerable<int> [|numbers|]);")]
    [InlineData("TSKT1030", "[OneWay] ValueTask Ask(IAsyncEnumerable<int> [|numbers|]);")]
    [InlineData("TSKT1030", "Task Ask(IAsyncEnumerable<int>? [|numbers|]);")]
    [InlineData("TSKT1030", "Task Ask(IAsyncEnumerable<int> [|numbers|] = null!);")]
    [InlineData("TSKT1015", "[OneWay] IAsyncEnumerable<int> [|Ask|]();")]
    [InlineData("TSKT1022", "[Volatile] IAsyncEnumerable<int> [|Ask|]();")]
    [InlineData("TSKT1024", "[Timeout(5)] IAsyncEnumerable<int> [|Ask|]();")]
    [InlineData("TSKT1014", "ref int [|Ask|]();")]
    [InlineData("TSKT1014", "object [|Ask|]();")]
    [InlineData("TSKT1015", "[OneWay] void [|Say|](string text);")]
    [InlineData("TSKT1015", "[OneWay] Task<int> [|Ask|]();")]
    [InlineData("TSKT1015", "[OneWay] ValueTask<string> [|Ask|]();")]
    [InlineData("TSKT1015", "[OneWay, Volatile] Task<int> [|Ask|]();")]
    [InlineData("TSKT1016", "Task Do(CancellationToken [|cancel|], string text);")]
    [InlineData("TSKT1016", "Task Do(CancellationToken [|one|], CancellationToken two);")]
    [InlineData("TSKT1016", "Task Do(CancellationToken [|cancel|], params string[] names);")]
    [InlineData("TSKT1017", "void Say(string text, CancellationToken [|cancel|]);")]
    [InlineData("TSKT1018", "void [|Say|](int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p);")]
    [InlineData("TSKT1021", "internal void [|Say|]();")]
    [InlineData("TSKT1021", "protected void [|Say|]();")]
    [InlineData("TSKT1022", "[Volatile] Task [|Do|]();")]
    [InlineData("TSKT1022", "[Volatile] ValueTask [|Do|](CancellationToken cancel);")]
    [InlineData("TSKT1022", "[Volatile] Task<int> [|Ask|](); [Volatile, Concurrent] ValueTask<string> [|Name|]();")]
    [InlineData("TSKT1023", "[SocketEvent(\"\")] void [|Say|]();")]
    [InlineData("TSKT1023", "[SocketEvent(null!)] void [|Say|]();")]
    [InlineData("TSKT1023", "[SocketEvent(\"\\ud800\")] void [|Say|]();")]
    [InlineData("TSKT1023", "void Say(); [SocketEvent(\"Say\")] void [|Tell|]();")]
    [InlineData("TSKT1023", "[SocketEvent(\"Tell\")] void Say(); void [|Tell|]();")]
    [InlineData("TSKT1024", "[Timeout(5)] void [|Say|]();")]
    [InlineData("TSKT1024", "[Timeout(5), OneWay] Task [|Say|]();")]
    [InlineData("TSKT1024", "[Timeout(0)] Task [|Do|]();")]
    [InlineData("TSKT1024", "[Timeout(-1)] Task<int> [|Do|]();")]
    [InlineData("TSKT1025", "[Throws<int>] void [|Say|]();")]
    [InlineData("TSKT1025", "[Throws<int>, Throws<int>] Task [|Do|]();")]
    [InlineData("TSKT1026", "[Coalesce] Task [|Do|]();")]
    [InlineData("TSKT1026", "[Coalesce] IAsyncEnumerable<int> [|Read|]();")]
    [InlineData("TSKT1026", "[Coalesce, Volatile] void [|Say|]();")]
    [InlineData("TSKT1026", "[Coalesce(\"key\")] void [|Say|](string text);")]
    [InlineData("TSKT1026", "[Coalesce(\"\")] void [|Say|](string text);")]
    [InlineData("TSKT1026", "[Coalesce(nameof(text))] void [|Say|](string? text);")]
    [InlineData("TSKT1026", "[Coalesce(nameof(number))] void [|Say|](int? number);")]
    [InlineData("TSKT1026", "[Coalesce(nameof(number))] void [|Say|](double number);")]
    [InlineData("TSKT1026", "[Coalesce(\"Length\")] void [|Say|](string text);")]
    [InlineData("TSKT1026", "[Coalesce(nameof(Version.Major))] void [|Say|](Version? version);")]
    [InlineData("TSKT1026", "[Coalesce(nameof(Version.Major))] void [|Say|](Version from, Version to);")]
    [InlineData("TSKT2001", "[Throws<object>] Task [|Do|]();")]
    public void A_bad_member_is_reported_at_its_place_on_either_side(string id, string members)
    {
        Rule.Reports(id, $"[SocketHub<IClient>] public partial interface IHub {{ {members} void Last(); }} public interface IClient {{ void Told(); }}");
        Rule.Reports(id, $"[SocketHub<IClient>] public partial interface IHub {{ void Last(); }} public interface IClient {{ {members} void Told(); }}");
    }

    [Theory]
    [InlineData("void Say(string text); Task Ask(); ValueTask Do(CancellationToken cancel); Task<int> Count(string a, CancellationToken cancel = default); ValueTask<string?> Name();")]
    [InlineData("[OneWay] Task Say(CancellationToken cancel); [OneWay] ValueTask Tell(string text); [Concurrent] Task Do();")]
    [InlineData("[Volatile] void Say(string text); [OneWay, Volatile] Task Tell(); [OneWay, Volatile, Concurrent] ValueTask Move(int x, CancellationToken cancel);")]
    [InlineData("[SocketEvent(\"Tell\")] void Say(); [SocketEvent(\"Say\")] void Tell(); [Timeout(1)] Task Do(); [Throws<int>, Throws<string>] ValueTask<int> Ask();")]
    [InlineData("IAsyncEnumerable<int> Read(); [Throws<int>, Concurrent] IAsyncEnumerable<string?> Names(IAsyncEnumerable<int> numbers, int a = 5, CancellationToken cancel = default); [Timeout(5)] Task<int> Sum(IAsyncEnumerable<int> call, IAsyncEnumerable<int[]> read, IAsyncEnumerable<int> arguments);")]
    [InlineData("[Coalesce] void Say(); [Coalesce(nameof(text)), OneWay] ValueTask Tell(string text); [Coalesce(nameof(id))] void Move(Guid id); [Coalesce(nameof(day))] void Plan(DayOfWeek day);")]
    [InlineData("[Coalesce(nameof(Version.Major)), OneWay] Task Release(string name, Version version, CancellationToken cancel); [Coalesce(nameof(@event))] void Say(char @event);")]
    [InlineData("void All2(); void bind(); void Users(); void Client2();")]
    [InlineData("void Many(params string[] names);")]
    [InlineData("public void Say(); abstract void Tell();")]
    [InlineData("const int Most = 5; void Say(int count = Most); enum Inner { A }")]
    [InlineData("void Say(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o);")]
    public void A_good_member_is_not_reported(string members)
    {
        Rule.Accepts($"[SocketHub<IClient>] public partial interface IHub {{ {members} }} public interface IClient {{ void Told(); }}");
        Rule.Accepts($"[SocketHub<IClient>] public partial interface IHub {{ void Last(); }} public interface IClient {{ {members} }}");
    }

    [Fact]
    public void A_volatile_call_is_told_what_it_may_be_instead()
    {
        var run = new GeneratorFixture().Run("[SocketHub<IClient>] public partial interface IHub { [Volatile] Task<int> Ask(); } public interface IClient;");
        Assert.Equal(
            "\"IHub.Ask\" is [Volatile] but a call, because it returns \"System.Threading.Tasks.Task<int>\"; "
            + "what may be dropped has no answer, so return void or write [OneWay] ValueTask, or remove [Volatile]",
            Assert.Single(run.Analyze()).GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_attribute_of_the_same_name_elsewhere_says_nothing() => Rule.Accepts("""
        namespace Shop
        {
            [SocketHub<IHub>] public partial interface IHub { [Other.Volatile] Task Do(); }
        }

        namespace Other
        {
            public sealed class VolatileAttribute : Attribute;
        }
        """);

    [Fact]
    public void An_inherited_member_is_reported_where_it_stands() => Rule.Reports("TSKT1010", """
        public interface IBase { int [|Count|] { get; } }
        [SocketHub<IClient>] public partial interface IHub : IBase { void Say(); }
        public interface IClient;
        """);

    [Fact]
    public void Two_bases_with_a_method_of_one_name_are_an_overload() => Rule.Reports("TSKT1008", """
        public interface ILeft { void Say(); }
        public interface IRight { void [|Say|](); }
        [SocketHub<IClient>] public partial interface IHub : ILeft, IRight;
        public interface IClient;
        """);
}

using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Compliance;

/// <summary>No name that a contract may have gets in the way of a name that the generator uses.</summary>
public class NameTests
{
    [Theory]
    [InlineData("arguments")]
    [InlineData("cancel")]
    [InlineData("handler")]
    [InlineData("handlers")]
    [InlineData("_handlers")]
    [InlineData("sender")]
    [InlineData("recipients")]
    [InlineData("implementation")]
    [InlineData("target")]
    [InlineData("call")]
    [InlineData("method")]
    [InlineData("value")]
    [InlineData("reader")]
    [InlineData("writer")]
    [InlineData("read")]
    [InlineData("error")]
    [InlineData("at")]
    [InlineData("seen")]
    [InlineData("members")]
    [InlineData("Members")]
    [InlineData("Required")]
    [InlineData("ToArray")]
    [InlineData("Codec")]
    [InlineData("global")]
    [InlineData("@class")]
    [InlineData("await")]
    [InlineData("field")]
    [InlineData("_")]
    [InlineData("größe")]
    public void A_parameter_may_have_any_name(string name) => CompilesOnBothSides($$"""
        void Emit(string {{name}}, int other = 1);
        [OneWay] ValueTask EmitSoon(string {{name}}, CancellationToken cancelled);
        Task Call(string {{name}});
        ValueTask<string> Ask(string {{name}}, CancellationToken cancelled = default);
        [OneWay] Task Cancel(int other, CancellationToken {{name}});
        """);

    [Theory]
    [InlineData("Instance")]
    [InlineData("Dispatch")]
    [InlineData("Raise")]
    [InlineData("CreateProxy")]
    [InlineData("Methods")]
    [InlineData("Emit")]
    [InlineData("On")]
    [InlineData("Codec")]
    [InlineData("ShopSide")]
    [InlineData("ShopProxy")]
    [InlineData("Shop")]
    [InlineData("System")]
    [InlineData("TypedSockets")]
    [InlineData("@class")]
    [InlineData("await")]
    [InlineData("Finalize")]
    [InlineData("ReferenceEquals")]
    public void A_method_may_have_any_name(string name) => CompilesOnBothSides($"void {name}(string text);");

    [Fact]
    public void Two_hubs_may_differ_by_the_leading_I() => Compiles("""
        [SocketHub<IClient>("one")] public partial interface IChat { void Say(string text); }
        [SocketHub<IClient>("two")] public partial interface Chat { void Say(string text); }
        [SocketHub<IClient>("three")] public partial interface IIChat { void Say(string text); }
        public interface IClient { void Heard(string text); }
        """);

    [Fact]
    public void Two_hubs_may_differ_by_case() => Compiles("""
        [SocketHub<IClient>("one")] public partial interface IChatHub { void Say(string text); }
        [SocketHub<IClient>("two")] public partial interface IChathub { void Say(string text); }
        public interface IClient { void Heard(string text); }
        """);

    [Fact]
    public void A_nested_hub_may_have_the_name_of_another_with_an_underscore() => Compiles("""
        namespace A
        {
            public partial class B { [SocketHub<IClient>("one")] public partial interface IHub { void Say(string text); } }
            [SocketHub<IClient>("two")] public partial interface B_IHub { void Say(string text); }
            [SocketHub<IClient>("three")] public partial interface IB_Hub { void Say(string text); }
            public interface IClient { void Heard(string text); }
        }
        namespace A_B
        {
            [SocketHub<A.IClient>("four")] public partial interface IHub { void Say(string text); }
        }
        """);

    [Fact]
    public void A_method_may_be_named_like_another_interface_and_its_method() => Compiles("""
        [SocketHub<IA_B>("one")] public partial interface IA { void B_C(string text); }
        public interface IA_B { void C(string text); }
        """);

    [Fact]
    public void Namespaces_types_and_containers_may_be_keywords() => Compiles("""
        namespace @class.@event;

        public static partial class @namespace
        {
            [SocketHub<@interface>("one")] public partial interface @delegate { void @void(@string @int); }
            public interface @interface { ValueTask<@string> @return(); }
        }

        public sealed record @string(int @public);
        """);

    [Fact]
    public void A_namespace_may_hide_those_of_the_framework() => Compiles("""
        namespace Shop.System.TypedSockets
        {
            public class Task;
            public class Hubs;
            [SocketHub<IClient>("one")] public partial interface IHub { global::System.Threading.Tasks.ValueTask<int> Say(string text); }
            public interface IClient { void Heard(string text); }
        }
        """);

    private static void CompilesOnBothSides(string members) => Compiles($$"""
        namespace Tests;

        [SocketHub<IShopClient>("shop")]
        public partial interface IShop
        {
            {{members}}
        }

        public interface IShopClient
        {
            {{members}}
        }
        """);

    private static void Compiles(string source)
    {
        var run = new GeneratorFixture { Documents = true }.Run("#pragma warning disable CS1591, CS8981\n" + source).CompilesCleanly();
        Assert.Empty(run.Analyze());
    }
}

using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Tests.Contracts;

/// <summary>The rules for classes that implement contracts.</summary>
public class ImplementationTests
{
    private const string Contract = """
        public interface IPing { void Ping(); }
        [SocketHub<IBaseClient>("base")] public partial interface IBaseHub : IPing { void Say(string text); }
        public interface IBaseClient : IPing { void Said(string text); }
        [SocketHub<IChatClient>("chat")] public partial interface IChatHub : IBaseHub { [OneWay] ValueTask Tell(); }
        public interface IChatClient : IBaseClient { void More(string text); }
        """;

    [Theory]
    [InlineData("class C : IBaseHub { public async void [|Say|](string text) => await Task.Yield(); public void Ping() { } }")]
    [InlineData("class C : IBaseHub { async void IBaseHub.[|Say|](string text) => await Task.Yield(); public void Ping() { } }")]
    [InlineData("class C : IBaseHub { public void Say(string text) { } public async void [|Ping|]() => await Task.Yield(); }")]
    [InlineData("class C : IBaseClient { public async void [|Said|](string text) => await Task.Yield(); public void Ping() { } }")]
    [InlineData("class C : IBaseClient { public void Said(string text) { } public async void [|Ping|]() => await Task.Yield(); }")]
    [InlineData("abstract class C : IBaseHub { public abstract void Say(string text); public virtual async void [|Ping|]() => await Task.Yield(); }")]
    [InlineData("partial class C : IBaseHub { public void Ping() { } } partial class C { public async void [|Say|](string text) => await Task.Yield(); }")]
    public void An_async_void_implementation_is_reported(string code) => Expect("TSKT4001", code);

    [Theory]
    [InlineData("class C : IBaseHub { public void Say(string text) { } public void Ping() { } public async void Other() => await Task.Yield(); }")]
    [InlineData("class C : IPing { public async void Ping() => await Task.Yield(); }")]
    [InlineData("class C : IChatHub { public void Say(string text) { } public void Ping() { } public async ValueTask Tell() => await Task.Yield(); }")]
    public void Other_async_methods_are_not(string code) => Assert.Empty(Run(code).Compiles().Reports);

    [Theory]
    [InlineData("class [|C|] : SocketHub<IPing>, IBaseHub { public void Say(string text) { } public void Ping() { } }")]
    [InlineData("class [|C|] : SocketHub<IChatClient>, IBaseHub { public void Say(string text) { } public void Ping() { } }")]
    [InlineData("class [|C|] : SocketHub<IBaseClient>, IChatHub { public void Say(string text) { } public void Ping() { } public ValueTask Tell() => default; }")]
    [InlineData("abstract class B : SocketHub<IPing>; class [|C|] : B, IBaseHub { public void Say(string text) { } public void Ping() { } }")]
    public void A_hub_class_of_another_client_is_reported(string code) => Expect("TSKT4002", code);

    [Theory]
    [InlineData("class C : SocketHub<IBaseClient>, IBaseHub { public void Say(string text) { } public void Ping() { } }")]
    [InlineData("class C : SocketHub<IChatClient>, IChatHub { public void Say(string text) { } public void Ping() { } public ValueTask Tell() => default; }")]
    [InlineData("class C : SocketHub<IPing>;")]
    [InlineData("abstract class B<T> : SocketHub<T>, IBaseHub where T : class { public void Say(string text) { } public void Ping() { } } class C : B<IBaseClient>;")]
    [InlineData("class SocketHub<T>; class C : SocketHub<IPing>, IBaseHub { public void Say(string text) { } public void Ping() { } }")]
    public void A_hub_class_of_the_contracts_client_is_not(string code) => Assert.Empty(Run(code).Compiles().Reports);

    private static ContractRun Run(string code) => ContractFixture.Run($"{code}\n{Contract}");

    private static void Expect(string id, string code)
    {
        var place = code.Split("[|")[1].Split("|]")[0];
        var run = Run(code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Compiles();
        var report = Assert.Single(run.Reports);
        Assert.Equal((id, place), (report.Id, report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan)));
    }
}

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>The rules for classes that implement contracts.</summary>
public class UsageRuleTests
{
    private const string Contract = """
        public interface IShared { void Ping(); }
        [SocketHub<IClient>] public partial interface IHub : IShared { void Say(string text); [OneWay] ValueTask Tell(); }
        public interface IClient { void Heard(string text); }
        public interface IOther { void Say(string text); }
        [SocketHub<IMore>] public partial interface IBig : IHub { void More(); }
        public interface IMore : IClient;

        """;

    [Theory]
    [InlineData("TSKT4001", "class Hub : SocketHub<IClient>, IHub { public async void [|Say|](string text) => await Task.Yield(); public ValueTask Tell() => default; public void Ping() { } }")]
    [InlineData("TSKT4001", "class Hub : SocketHub<IClient>, IHub { async void IHub.[|Say|](string text) => await Task.Yield(); public ValueTask Tell() => default; public void Ping() { } }")]
    [InlineData("TSKT4001", "class Hub : SocketHub<IClient>, IHub { public void Say(string text) { } public ValueTask Tell() => default; public async void [|Ping|]() => await Task.Yield(); }")]
    [InlineData("TSKT4001", "class Told : IClient { public async void [|Heard|](string text) => await Task.Yield(); }")]
    [InlineData("TSKT4002", "class [|Hub|] : SocketHub<IOther>, IHub { public void Say(string text) { } public ValueTask Tell() => default; public void Ping() { } }")]
    [InlineData("TSKT4002", "class [|Hub|] : SocketHub<IClient>, IBig { public void Say(string text) { } public ValueTask Tell() => default; public void Ping() { } public void More() { } }")]
    public void A_bad_class_is_reported(string id, string code) => Rule.Reports(id, Contract + code);

    [Theory]
    [InlineData("class Hub : SocketHub<IClient>, IHub { public void Say(string text) { } public async ValueTask Tell() => await Task.Yield(); public void Ping() { } }")]
    [InlineData("class Hub : SocketHub<IMore>, IBig { public void Say(string text) { } public ValueTask Tell() => default; public void Ping() { } public void More() { } }")]
    [InlineData("class Fake : IHub { public void Say(string text) { } public ValueTask Tell() => default; public void Ping() { } }")]
    [InlineData("class NoContract : IOther { public async void Say(string text) => await Task.Yield(); }")]
    [InlineData("class Other : SocketHub<IClient>, IHub { public void Say(string text) { } public ValueTask Tell() => default; public void Ping() { } public async void Unrelated() => await Task.Yield(); }")]
    public void A_good_class_is_not_reported(string code) => Rule.Accepts(Contract + code);
}

using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>The rules for a hub interface as a whole.</summary>
public class HubRuleTests
{
    private const string Client = "public interface IClient { void Heard(string text); }";

    [Fact]
    public void TSKT0001_an_older_language_is_refused() => Rule.Reports(
        "TSKT0001",
        "[SocketHub<IClient>] public partial interface [|IHub|] { void Say(string text); }" + Client,
        new GeneratorFixture { Language = LanguageVersion.CSharp13 });

    [Theory]
    [InlineData("TSKT1001", "[SocketHub<IClient>] public interface [|IHub|] { void Say(string text); }")]
    [InlineData("TSKT1002", "[SocketHub<IClient>] public partial interface [|IHub|]<T> { void Say(string text); }")]
    [InlineData("TSKT1002", "[SocketHub<IOther<int>>] public partial interface [|IHub|] { void Say(string text); } public interface IOther<T>;")]
    [InlineData("TSKT1003", "public static partial class Box { [SocketHub<IClient>] private partial interface [|IHub|] { void Say(string text); } }")]
    [InlineData("TSKT1003", "public partial class Box { [SocketHub<IClient>] protected partial interface [|IHub|] { void Say(string text); } }")]
    [InlineData("TSKT1003", "public partial class Box { [SocketHub<IClient>] private protected partial interface [|IHub|] { void Say(string text); } }")]
    [InlineData("TSKT1003", "[SocketHub<IClient>] file partial interface [|IHub|] { void Say(string text); }")]
    [InlineData("TSKT1004", "public static class Box { [SocketHub<IClient>] public partial interface [|IHub|] { void Say(string text); } }")]
    [InlineData("TSKT1004", "public class Outer { public partial class Box { [SocketHub<IClient>] public partial interface [|IHub|] { void Say(string text); } } }")]
    [InlineData("TSKT1005", "[SocketHub<IOther>] public partial interface [|IHub|] { void Say(string text); } internal interface IOther;")]
    [InlineData("TSKT1006", "[SocketHub<Other>] public partial interface [|IHub|] { void Say(string text); } public class Other;")]
    [InlineData("TSKT1006", "[SocketHub<string>] public partial interface [|IHub|] { void Say(string text); }")]
    [InlineData("TSKT1006", "[SocketHub<Action>] public partial interface [|IHub|] { void Say(string text); }")]
    [InlineData("TSKT1007", "[SocketHub<IClient>] public partial interface IBase; [SocketHub<IOther>(\"o\")] public partial interface [|IHub|] : IBase; public interface IOther;")]
    [InlineData("TSKT1019", "[SocketHub<IClient>(\"\")] public partial interface [|IHub|] { void Say(string text); }")]
    [InlineData("TSKT1020", "namespace A { [SocketHub<IClient>] public partial interface IHub; } namespace B { [SocketHub<IClient>] public partial interface [|IHub|]; }")]
    [InlineData("TSKT1020", "[SocketHub<IClient>(\"x\")] public partial interface IA; [SocketHub<IClient>(\"x\")] public partial interface [|IB|]; [SocketHub<IClient>(\"x\")] public partial interface [|IC|];")]
    public void A_bad_hub_is_reported_once_at_its_name(string id, string source) => Rule.Reports(id, source + Client);

    [Fact]
    public void TSKT1019_a_name_is_measured_in_bytes()
    {
        Rule.Reports("TSKT1019", $"[SocketHub<IClient>(\"{new string('ü', 129)}\")] public partial interface [|IHub|];" + Client);
        Rule.Accepts($"[SocketHub<IClient>(\"{new string('ü', 128)}\")] public partial interface IHub;" + Client);
    }

    [Theory]
    [InlineData("[SocketHub<IClient>] public partial interface IHub;")]
    [InlineData("[SocketHub<IClient>] internal partial interface IHub;")]
    [InlineData("[SocketHub<IClient>(null!)] internal partial interface IHub;")]
    [InlineData("[SocketHub<IClient>(\"hub\")] public partial interface IHub; public partial interface IHub { void Say(string text); }")]
    [InlineData("public static partial class Box { [SocketHub<IClient>] internal partial interface IHub; }")]
    [InlineData("public partial class Box { [SocketHub<IClient>] protected internal partial interface IHub; }")]
    [InlineData("[SocketHub<IClient>] public partial interface IBase; [SocketHub<IMore>] public partial interface IHub : IBase; public interface IMore : IClient;")]
    [InlineData("[SocketHub<IClient>] public partial interface IBase; [SocketHub<IClient>] public partial interface IHub : IBase;")]
    [InlineData("[SocketHub<IClient>(\"x\")] public partial interface IA; [SocketHub<IClient>(\"X\")] public partial interface IB;")]
    [InlineData("public interface IForeign { void Say(string text); } [SocketHub<IClient>] public partial interface IMine : IForeign;")]
    public void A_good_hub_is_not_reported(string source) => Rule.Accepts(source + Client);
}

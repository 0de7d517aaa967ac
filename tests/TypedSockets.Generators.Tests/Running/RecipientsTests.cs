using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Running;

public class RecipientsTests
{
    private const string Contract = """
        [SocketHub<IClient>] public partial interface IHub { void Say(string text); }
        public interface IClient { void Heard(string text); ValueTask<bool> Confirm(string question); ValueTask Wait(); [OneWay] ValueTask Told(string text); }
        """;

    private readonly RecordingClient _client = new();
    private readonly Recipients<IKindsClient> _all;

    public RecipientsTests() => _all = new(LoopbackSender.To(Contracts.Client<IKindsHub, IKindsClient>(), _client));

    [Fact]
    public async Task Recipients_are_told_the_one_way_members_with_the_contract_s_defaults()
    {
        _all.Note("a");
        _all.Many(1, "b", "c");
        await _all.TellValueTask("d");
        Assert.Equal(["Note a 3", "Many 1 b c", "TellValueTask d"], _client.Calls);
    }

    [Fact]
    public void Recipients_can_be_told() => Use("all.Heard(\"x\"); await all.Told(\"x\");").CompilesCleanly();

    [Theory]
    [InlineData("await all.Confirm(\"sure?\");")]
    [InlineData("await all.Wait();")]
    public void Recipients_cannot_be_asked(string code) => Assert.Equal(["CS1061"], Use(code).Complaints().Select(complaint => complaint.Id));

    [Fact]
    public void A_hub_without_generated_code_is_no_hub_to_a_client()
    {
        var compilation = new GeneratorFixture().Compile(Contract, "public static class User { public static void Use(HubClient<IHub> hub) { } }");
        Assert.Equal(["CS0311"], compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).Distinct());
    }

    [Fact]
    public void A_hub_with_generated_code_is_one() =>
        new GeneratorFixture().Run(Contract, "public static class User { public static void Use(HubClient<IHub> hub) => hub.Emit.Say(\"x\"); }").CompilesCleanly();

    private static GeneratorRun Use(string code) => new GeneratorFixture().Run(
        Contract, $"public static class User {{ public static async Task Use(Recipients<IClient> all) {{ await Task.Yield(); {code} }} }}");
}

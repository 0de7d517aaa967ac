using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Locking;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Locking;

/// <summary>The fix that records additions in the contract lock.</summary>
public class UpdateLockFixTests
{
    [Theory]
    [InlineData(false, "TSKT3001")]
    [InlineData(true, "TSKT3002")]
    public void The_lock_knows_a_hubs_additions_afterwards_and_its_other_hubs_as_before(bool isDeployed, string id)
    {
        const string Other = "[SocketHub<IOtherClient>(\"other\")] public partial interface IOtherHub { void Say(); } public interface IOtherClient;";
        var before = ContractLockTests.Lock(ContractLockTests.Contract("void Buy(string item);") + Other);
        var after = ContractLockTests.Contract("void Buy(string item, int count = 1); void Sell();") + Other;
        var updated = Apply(before, after, isDeployed, id);

        Assert.Equal(ContractLockTests.Lock(after), updated);
        Assert.Empty(new GeneratorFixture { Lock = updated, IsDeployed = true }.Run(after).Analyze());
    }

    [Fact]
    public void A_hub_that_is_new_is_added()
    {
        var contract = ContractLockTests.Contract("void Buy(string item);");
        Assert.Equal(ContractLockTests.Lock(contract), Apply(ContractLockTests.Lock(""), contract, isDeployed: false, "TSKT3001"));
    }

    [Fact]
    public void Nothing_is_offered_for_a_break()
    {
        var before = ContractLockTests.Lock(ContractLockTests.Contract("void Buy(string item);"));
        var reports = new GeneratorFixture { Lock = before }.Run(ContractLockTests.Contract("void Buy(int item); void Sell();")).Analyze();
        Assert.Equal(["TSKT3004"], reports.Select(report => report.Id));
        Assert.DoesNotContain("TSKT3004", new UpdateLockFix().FixableDiagnosticIds);
    }

    private static string Apply(string text, string source, bool isDeployed, string id)
    {
        var fixture = new GeneratorFixture { Lock = text, IsDeployed = isDeployed };
        using var workspace = new AdhocWorkspace();
        var project = fixture.Open(workspace, source);
        var file = project.AddAdditionalDocument("typedsockets.lock.json", text, filePath: "/shop/typedsockets.lock.json");
        var compilation = (Microsoft.CodeAnalysis.CSharp.CSharpCompilation)file.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var run = new GeneratorRun(compilation, [], []) { Options = LockOptions.Of(text, isDeployed) };
        var report = run.Analyze().Single(report => report.Id == id);
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(file.Project.GetDocument(report.Location.SourceTree)!, report, (action, _) => actions.Add(action), CancellationToken.None);
        new UpdateLockFix().RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        var operations = Assert.Single(actions).GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetAdditionalDocument(file.Id)!.GetTextAsync().GetAwaiter().GetResult().ToString();
    }
}

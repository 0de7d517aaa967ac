namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>A contract and the classes that implement it mostly lie in two projects. Fixes change both.</summary>
public class AcrossProjectsTests
{
    [Fact]
    public void What_is_reported_in_the_contract_changes_its_implementations() => Fix.GivesAcross(
        "TSKT1014",
        (Contract("int Count(string room);"), Contract("ValueTask<int> Count(string room);")),
        ("class Hub : SocketHub<IClient>, IHub { public int Count(string room) => 5; }", "class Hub : SocketHub<IClient>, IHub { public ValueTask<int> Count(string room) => ValueTask.FromResult<int>(5); }"));

    [Fact]
    public void What_is_reported_in_an_implementation_changes_the_contract() => Fix.GivesAcross(
        "TSKT4001",
        (Contract("void Say();"), Contract("[OneWay] ValueTask Say();")),
        ("class Hub : SocketHub<IClient>, IHub { public async void Say() => await Task.Yield(); }", "class Hub : SocketHub<IClient>, IHub { public async ValueTask Say() => await Task.Yield(); }"));

    [Fact]
    public void Calls_elsewhere_change_with_the_parameters() => Fix.GivesAcross(
        "TSKT1016",
        (Contract("Task Do(CancellationToken cancel, int a);"), Contract("Task Do(int a, CancellationToken cancel);")),
        ("class User { Task Run(IHub hub) => hub.Do(default, 5); }", "class User { Task Run(IHub hub) => hub.Do(5, default); }"));

    private static string Contract(string member) => $"[SocketHub<IClient>] public partial interface IHub {{ {member} }} public interface IClient;";
}

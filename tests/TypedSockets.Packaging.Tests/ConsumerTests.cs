using System.Text.Json;

namespace TypedSockets.Packaging.Tests;

/// <summary>The packages in the projects of users. What has to be built was built before the first test.</summary>
[Collection(PackageFeedCollection.Name)]
public sealed class ConsumerTests(ConsumerBuild consumers) : IClassFixture<ConsumerBuild>
{
    private const string Update = "-t:UpdateSocketContractLock";
    private const string OnBuildServer = "-p:ContinuousIntegrationBuild=true";

    [Fact]
    public async Task A_client_that_references_only_the_contract_talks_to_a_server()
    {
        await using var server = consumers.Start("Server");
        var address = await server.WaitForLineAsync("listening on ");

        await using var client = consumers.Start("Client", address + "/ws");

        Assert.Equal("Greeting { Name = Hello Ada, Length = 3 }", await client.WaitForLineAsync("greeted: "));
        Assert.Equal("Greeting { Name = HEY, Length = 3 }", await client.WaitForLineAsync("heard: "));
        Assert.Equal(0, (await client.WaitForExitAsync()).Code);
    }

    [Fact]
    public async Task The_generator_runs_in_a_project_that_references_only_the_server_s_package()
    {
        await using var program = consumers.Start("Alone");

        Assert.Equal("Start", await program.WaitForLineAsync("generated: "));
    }

    [Fact]
    public async Task A_client_needs_no_AspNetCore()
    {
        using var settings = JsonDocument.Parse(await File.ReadAllTextAsync(consumers.Output("Client", "Client.runtimeconfig.json")));

        var options = settings.RootElement.GetProperty("runtimeOptions");

        Assert.False(options.TryGetProperty("frameworks", out _));
        Assert.Equal("Microsoft.NETCore.App", options.GetProperty("framework").GetProperty("name").GetString());
    }

    [Fact]
    public void The_generator_and_its_fixes_are_no_part_of_what_a_user_deploys()
    {
        var deployed = Directory.GetFiles(Path.GetDirectoryName(consumers.Output("Server", "Server.dll"))!).Select(Path.GetFileName);

        Assert.DoesNotContain(deployed, file => file!.Contains("Generators", StringComparison.Ordinal) || file.Contains("CodeFixes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_package_s_fixes_are_found_and_applied() =>
        Assert.Contains("public partial interface IForgottenHub", await consumers.FixAsync("Unfixed", "TSKT1001", "IForgottenHub.cs"), StringComparison.Ordinal);

    [Fact]
    public async Task A_project_of_an_older_language_is_told_so()
    {
        var (code, output) = await consumers.TryBuildAsync("OldLanguage");

        Assert.NotEqual(0, code);
        Assert.Contains("error TSKT0001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_break_of_a_locked_contract_fails_the_build_until_it_is_recorded_and_a_build_server_wants_additions_recorded_too()
    {
        var source = consumers.Source("Locked", "IDoorHub.cs");
        var locked = consumers.Source("Locked", "typedsockets.lock.json");
        var contract = await File.ReadAllTextAsync(source);
        await SucceedsAsync(Update);
        Assert.Contains("""{ "name": "Open", "kind": "emit", "parameters": [{ "name": "key", "type": "string" }] }""", await File.ReadAllTextAsync(locked), StringComparison.Ordinal);
        await SucceedsAsync(OnBuildServer);

        await File.WriteAllTextAsync(source, contract.Replace("string key", "int key", StringComparison.Ordinal));
        await FailsAsync("error TSKT3004");
        await SucceedsAsync(Update);
        await SucceedsAsync(OnBuildServer);

        await File.WriteAllTextAsync(source, contract.Replace("string key", "int key, bool wide = false", StringComparison.Ordinal));
        await SucceedsAsync();
        await FailsAsync("error TSKT3002", OnBuildServer);

        await File.WriteAllTextAsync(locked, "<<<<<<< HEAD");
        await FailsAsync("error TSKT3005");
        await SucceedsAsync(Update);
        await SucceedsAsync(OnBuildServer);
    }

    [Fact]
    public async Task A_project_for_several_frameworks_has_one_contract_lock()
    {
        var (code, output) = await consumers.TryBuildAsync("LockedForMany", Update);
        Assert.True(code == 0, output);
        Assert.Contains("\"door\"", await File.ReadAllTextAsync(consumers.Source("LockedForMany", "typedsockets.lock.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_lock_that_cannot_be_written_is_an_error()
    {
        Directory.CreateDirectory(consumers.Source("Unlockable", "typedsockets.lock.json"));
        var (code, output) = await consumers.TryBuildAsync("Unlockable", Update);
        Assert.NotEqual(0, code);
        Assert.Contains("error TSKT0003", output, StringComparison.Ordinal);
    }

    private async Task SucceedsAsync(params string[] arguments)
    {
        var (code, output) = await consumers.TryBuildAsync("Locked", arguments);
        Assert.True(code == 0, output);
    }

    private async Task FailsAsync(string error, params string[] arguments)
    {
        var (code, output) = await consumers.TryBuildAsync("Locked", arguments);
        Assert.NotEqual(0, code);
        Assert.Contains(error, output, StringComparison.Ordinal);
    }
}

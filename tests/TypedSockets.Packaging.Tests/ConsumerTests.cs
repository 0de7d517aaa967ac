using System.Text.Json;

namespace TypedSockets.Packaging.Tests;

/// <summary>The packages in the projects of users. All but one were built before the first test.</summary>
[Collection(PackageFeedCollection.Name)]
public sealed class ConsumerTests(ConsumerBuild consumers) : IClassFixture<ConsumerBuild>
{
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
}

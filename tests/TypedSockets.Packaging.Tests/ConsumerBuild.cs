using TypedSockets.Packaging.Tests.Processes;

namespace TypedSockets.Packaging.Tests;

/// <summary>Projects of users, built once, outside the repository.</summary>
public sealed class ConsumerBuild(PackageFeed feed) : IAsyncLifetime
{
    private const string Solution = """
        <Solution>
          <Project Path="Contract/Contract.csproj" />
          <Project Path="Server/Server.csproj" />
          <Project Path="Client/Client.csproj" />
          <Project Path="Alone/Alone.csproj" />
        </Solution>
        """;

    public async Task InitializeAsync()
    {
        Copy(new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Consumers")), feed.Folder);
        Write("Contract", "Microsoft.NET.Sdk", Reference("TypedSockets"));
        Write("Server", "Microsoft.NET.Sdk.Web", Reference("TypedSockets.AspNetCore") + ContractReference);
        Write("Client", "Microsoft.NET.Sdk", ContractReference, "<OutputType>Exe</OutputType>");
        Write("Alone", "Microsoft.NET.Sdk.Web", Reference("TypedSockets.AspNetCore"));
        Write("OldLanguage", "Microsoft.NET.Sdk", Reference("TypedSockets"), "<LangVersion>13</LangVersion>");
        Write("Unfixed", "Microsoft.NET.Sdk", Reference("TypedSockets"));
        Write("Locked", "Microsoft.NET.Sdk", Reference("TypedSockets"));
        Write("LockedForMany", "Microsoft.NET.Sdk", Reference("TypedSockets"), "<TargetFramework /><TargetFrameworks>net10.0</TargetFrameworks>");
        Write("Unlockable", "Microsoft.NET.Sdk", Reference("TypedSockets"));
        await File.WriteAllTextAsync(Path.Combine(feed.Folder, "Consumers.slnx"), Solution);
        await ChildProcess.RunAsync(feed.Folder, "dotnet", BuildArguments("Consumers.slnx"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Builds a project that may fail.</summary>
    internal async Task<(int Code, string Output)> TryBuildAsync(string name, params string[] arguments)
    {
        await using var build = new ChildProcess(feed.Folder, "dotnet", [.. BuildArguments($"{name}/{name}.csproj"), .. arguments]);
        return await build.WaitForExitAsync();
    }

    /// <summary>Applies the fixes of a rule to a project, as <c>dotnet format</c> finds them in the packages.</summary>
    /// <returns>A source of the project afterwards.</returns>
    internal async Task<string> FixAsync(string name, string rule, string file)
    {
        await ChildProcess.RunAsync(feed.Folder, "dotnet", "restore", $"{name}/{name}.csproj", "-p:NuGetAudit=false");
        await ChildProcess.RunAsync(feed.Folder, "dotnet", "format", "analyzers", $"{name}/{name}.csproj", "--no-restore", "--diagnostics", rule, "--severity", "info");
        return await File.ReadAllTextAsync(Path.Combine(feed.Folder, name, file));
    }

    /// <summary>Starts a program that was built.</summary>
    internal ChildProcess Start(string name, params IEnumerable<string> arguments) =>
        new(feed.Folder, "dotnet", [Output(name, $"{name}.dll"), .. arguments]);

    /// <summary>A file of a project.</summary>
    internal string Source(string name, string file) => Path.Combine(feed.Folder, name, file);

    /// <summary>A file that was built.</summary>
    internal string Output(string name, string file) => Path.Combine(feed.Folder, name, "bin", "Debug", "net10.0", file);

    private const string ContractReference = """<ProjectReference Include="../Contract/Contract.csproj" />""";

    private static string[] BuildArguments(string project) => ["build", project, "--verbosity", "quiet", "-p:UseSharedCompilation=false", "-p:NuGetAudit=false"];

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }

    private string Reference(string package) => $"""<PackageReference Include="{package}" Version="{feed.Version}" />""";

    private void Write(string name, string sdk, string references, string properties = "") => File.WriteAllText(
        Path.Combine(feed.Folder, name, $"{name}.csproj"),
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {references}
          </ItemGroup>
        </Project>
        """);
}

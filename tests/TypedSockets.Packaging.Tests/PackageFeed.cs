using System.Globalization;
using TypedSockets.Packaging.Tests.Processes;

namespace TypedSockets.Packaging.Tests;

/// <summary>The packages as <c>eng/pack</c> makes them, in a folder of this run, under a version that no other run has.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _suffix = "test." + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    /// <summary>A folder outside the repository, so that none of its build files apply.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("typedsockets-").FullName;

    public string Packages => Path.Combine(Folder, "feed");

    /// <summary>The version that was packed.</summary>
    public string Version { get; private set; } = "";

    public async Task InitializeAsync()
    {
        // A compiler server could hold a generator of an earlier build.
        await ChildProcess.RunAsync(FindRepository(), "bash", "eng/pack", Packages, "--version-suffix", _suffix, "-p:UseSharedCompilation=false");
        var package = Directory.GetFiles(Packages, $"TypedSockets.*.*.*-{_suffix}.nupkg").Select(Path.GetFileNameWithoutExtension)
            .Single(name => char.IsAsciiDigit(name!["TypedSockets.".Length]));
        Version = package!["TypedSockets.".Length..];
        await WriteNuGetConfigAsync();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Opens one of the packages.</summary>
    internal Package Open(string id) => new(Path.Combine(Packages, $"{id}.{Version}.nupkg"));

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TypedSockets.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the tests from a checkout: TypedSockets.sln is not above them.");
        }

        return folder;
    }

    // The packages under test are taken from the feed and nowhere else; what they depend on was restored for the repository and is read from there.
    private async Task WriteNuGetConfigAsync()
    {
        var listed = await ChildProcess.RunAsync(Folder, "dotnet", "nuget", "locals", "global-packages", "--list");
        var restored = listed[(listed.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim();
        await File.WriteAllTextAsync(Path.Combine(Folder, "NuGet.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(Folder, "restored")}" />
              </config>
              <fallbackPackageFolders>
                <add key="repository" value="{restored}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="packed" value="{Packages}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed">
                  <package pattern="TypedSockets" />
                  <package pattern="TypedSockets.*" />
                </packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }
}

using System.Diagnostics;
using System.Globalization;
using Load.Sockets;

namespace EndToEnd.Processes;

/// <summary>A server or a client as a process of its own, on a core of its own. It ends when its standard input does, or is ended here.</summary>
internal sealed class PinnedProcess : IDisposable
{
    public const int ServerCore = 0;
    public const int ClientCore = 1;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly int _core;

    private PinnedProcess(Process process, int core)
    {
        _process = process;
        _core = core;
    }

    public int Id => _process.Id;

    public static PinnedProcess StartServer(string peer) =>
        Start(ServerCore, [Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../Peers/bin/Release/net10.0/Peers.dll")), peer]);

    /// <summary>Starts this program again, as a client.</summary>
    public static PinnedProcess StartClient(params string[] role) => Start(ClientCore, [typeof(PinnedProcess).Assembly.Location, .. role]);

    /// <summary>The next line that it says.</summary>
    public async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(Longest) ?? throw new IOException("A process of the measurement has ended.");

    public async Task<string> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    /// <summary>Lends it all cores, or takes it back to its own.</summary>
    public unsafe void Lend(bool allCores)
    {
        var cores = allCores ? ulong.MaxValue : 1UL << _core;
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{Id}/task"))
        {
            // A thread that has ended meanwhile needs no core.
            _ = Libc.SetAffinity(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), sizeof(ulong), &cores);
        }
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public Task EndAsync() => _process.WaitForExitAsync().WaitAsync(Longest);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static PinnedProcess Start(int core, string[] command)
    {
        var start = new ProcessStartInfo("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), "dotnet", .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_PROCESSOR_COUNT"] = "1",

                // With one processor the runtime waits ten times as long before it optimises: most of a round would still meet code that is not.
                ["DOTNET_TC_DelaySingleProcMultiplier"] = "1",
            },
        };
        return new PinnedProcess(Process.Start(start) ?? throw new IOException("'taskset' (util-linux) cannot be started."), core);
    }
}

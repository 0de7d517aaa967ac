using System.Diagnostics;
using System.Globalization;
using Load.Sockets;

namespace Load.Peers;

/// <summary>A peer as a process of its own, on a core of its own.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly int _cpuClock;

    private PeerProcess(Process process, string ready)
    {
        _process = process;
        var parts = ready.Split(' ');
        Port = int.Parse(parts[1], CultureInfo.InvariantCulture);
        Details = parts[2];
        if (Libc.GetCpuClock(process.Id, out _cpuClock) != 0)
        {
            throw new IOException("The processor time of the peer cannot be read.");
        }
    }

    public int Port { get; }

    public string Details { get; }

    /// <summary>The processor time it has used, in seconds.</summary>
    public double Cpu => Libc.GetTime(_cpuClock, out var time) == 0 ? time.Seconds + (time.Nanoseconds / 1e9) : throw new IOException("The peer has ended.");

    /// <summary>Its memory in bytes: what is resident, and what was at most.</summary>
    public (long Now, long Peak) Resident => (Status("VmRSS:"), Status("VmHWM:"));

    /// <summary>Starts it.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="core">The core that it may use, and no other.</param>
    public static PeerProcess Start(PeerKind kind, int core)
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../Peers"));
        List<string> command = kind.IsNode
            ? ["node", "--expose-gc", Path.Combine(folder, "node", kind.Command[0]), .. kind.Command[1..]]
            : ["dotnet", Path.Combine(folder, "bin/Release/net10.0/Peers.dll"), .. kind.Command];
        var start = new ProcessStartInfo("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["NODE_ENV"] = "production",
                ["DOTNET_PROCESSOR_COUNT"] = "1",

                // With one processor the runtime waits ten times as long before it optimises: half a minute of load would still meet code that is not.
                ["DOTNET_TC_DelaySingleProcMultiplier"] = "1",
            },
        };
        var process = Process.Start(start) ?? throw new IOException($"'{kind.Name}' cannot be started.");
        var ready = process.StandardOutput.ReadLine();
        return ready?.StartsWith("READY ", StringComparison.Ordinal) == true
            ? new PeerProcess(process, ready)
            : throw new IOException($"'{kind.Name}' did not start: {ready ?? "it has ended"}");
    }

    /// <summary>How many bytes it has allocated since it started; 0 if it cannot tell.</summary>
    public long Allocated() => Ask("stats", answer: 1);

    /// <summary>How many methods its JIT has compiled since it started; 0 if it cannot tell.</summary>
    public long Compiled() => Ask("stats", answer: 2);

    /// <summary>Lets it collect its garbage.</summary>
    public void Collect() => Ask("collect", answer: 1);

    /// <summary>Lets all its threads run on these cores only.</summary>
    public unsafe void Pin(ulong cores)
    {
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{_process.Id}/task"))
        {
            // A thread that has ended meanwhile needs no core.
            _ = Libc.SetAffinity(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), sizeof(ulong), &cores);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private long Ask(string question, int answer)
    {
        _process.StandardInput.WriteLine(question);
        _process.StandardInput.Flush();
        var answers = _process.StandardOutput.ReadLine()?.Split(' ') ?? throw new IOException("The peer has ended.");
        return long.Parse(answers[answer], CultureInfo.InvariantCulture);
    }

    private long Status(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(one => one.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(field.Length).Trim()[..^3], CultureInfo.InvariantCulture) * 1024;
    }
}

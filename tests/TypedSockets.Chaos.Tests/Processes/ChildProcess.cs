using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using TypedSockets.Soak;

namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>The soak program as a process of its own, which can be killed, and every line that it has written until then.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();

    private ChildProcess(Action<string> heard, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(SoakRun).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, heard);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, _errors.Enqueue);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public string Errors => string.Join('\n', _errors);

    /// <param name="heard">Called with each line of its output, one at a time.</param>
    /// <param name="arguments">What it is to do.</param>
    public static ChildProcess Start(Action<string> heard, params string[] arguments) => new(heard, arguments);

    /// <summary>Ends the process in the middle of whatever it does (SIGKILL), and waits until all that it has written was heard.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    /// <summary>Asks the process to end (SIGTERM), as a deployment does.</summary>
    public void Stop() => Assert.Equal(0, Signal(_process.Id, Terminate));

    /// <summary>Ends the process's input.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Waits until the process has ended by itself, and all that it has written was heard.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Eventually.Limit);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static void Hear(string? line, Action<string> heard)
    {
        if (line is not null)
        {
            heard(line);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}

using System.Diagnostics;
using System.Threading.Channels;

namespace TypedSockets.Packaging.Tests.Processes;

/// <summary>A process whose output is read line by line. Disposing kills it and what it has started.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _seen = [];
    private readonly string _command;
    private readonly Task _readers;

    public ChildProcess(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        IsolateFromThisRun(start.Environment);
        _command = $"{program} {string.Join(' ', start.ArgumentList)}";
        _process = Process.Start(start)!;
        _readers = ReadAsync();
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        await using var process = new ChildProcess(folder, program, arguments);
        var (code, output) = await process.WaitForExitAsync();
        return code == 0 ? output : throw process.Failure($"ended with {code}");
    }

    /// <summary>Waits for a line, and forgets those before it.</summary>
    /// <returns>What follows the beginning.</returns>
    public async Task<string> WaitForLineAsync(string beginning)
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(timeout.Token))
            {
                if (line.StartsWith(beginning, StringComparison.Ordinal))
                {
                    return line[beginning.Length..];
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw Failure($"said nothing of '{beginning}' in {Patience}");
        }

        throw Failure($"ended without saying '{beginning}'");
    }

    public async Task<(int Code, string Output)> WaitForExitAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
            await _readers.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            throw Failure($"did not end in {Patience}");
        }

        return (_process.ExitCode, Output());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    // A test run is started by MSBuild, which leaves behind where its own parts are; and a package folder from outside would win over the configured one.
    private static void IsolateFromThisRun(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }

        environment.Remove("NUGET_PACKAGES");
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
    }

    private async Task ReadAsync()
    {
        await Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        _lines.Writer.Complete();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_seen)
            {
                _seen.Add(line);
            }

            await _lines.Writer.WriteAsync(line);
        }
    }

    private string Output()
    {
        lock (_seen)
        {
            return string.Join(Environment.NewLine, _seen);
        }
    }

    private InvalidOperationException Failure(string what) => new($"'{_command}' {what}:{Environment.NewLine}{Output()}");
}

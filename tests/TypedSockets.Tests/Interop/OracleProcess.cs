using System.ComponentModel;
using System.Diagnostics;

namespace TypedSockets.Tests.Interop;

/// <summary>Runs a script that answers each line it is given with one.</summary>
internal static class OracleProcess
{
    private const string Advice = "Run eng/install-oracles, which installs what is missing.";

    /// <returns>The answers.</returns>
    /// <exception cref="InvalidOperationException">The script failed; the message holds what it wrote to its standard error.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(string program, string script, IEnumerable<string> questions)
    {
        using var process = Start(program, script);
        // Reading begins before writing: a script whose output nobody takes would take no more input.
        var answers = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await WriteAsync(process.StandardInput, questions);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"'{program} {script}' ended with {process.ExitCode}. {Advice}{Environment.NewLine}{await errors}");
    }

    private static Process Start(string program, string script)
    {
        var start = new ProcessStartInfo(program, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"'{program}' does not start. {Advice}", error);
        }
    }

    private static async Task WriteAsync(StreamWriter input, IEnumerable<string> questions)
    {
        try
        {
            foreach (var question in questions)
            {
                await input.WriteLineAsync(question);
            }

            input.Close();
        }
        catch (IOException)
        {
            // The script ended before it had read everything: its exit code and its errors say why.
        }
    }
}

namespace Chat;

/// <summary>
/// What a person sees. On a terminal, what they are typing stays on the last line while messages come in above it; into a file or a pipe
/// go plain lines, messages only.
/// </summary>
public sealed class Screen(TextWriter output, bool isTerminal)
{
    private const string ClearLine = "\r\e[K";
    private const string Dim = "\e[2m";
    private const string Normal = "\e[0m";

    private readonly Lock _gate = new();
    private string _typed = "";

    /// <summary>Whether a person sees it.</summary>
    public bool IsTerminal => isTerminal;

    /// <summary>Prints a line.</summary>
    public void Print(string line)
    {
        lock (_gate)
        {
            output.WriteLine(isTerminal ? $"{ClearLine}{line}" : line);
            Prompt();
        }
    }

    /// <summary>Prints what matters only to someone who is watching.</summary>
    public void Notice(string line)
    {
        if (isTerminal)
        {
            Print($"{Dim}{line}{Normal}");
        }
    }

    /// <summary>Shows what has been typed so far.</summary>
    public void ShowTyped(string typed)
    {
        lock (_gate)
        {
            _typed = typed;
            Prompt();
        }
    }

    private void Prompt()
    {
        if (isTerminal)
        {
            output.Write($"{ClearLine}> {_typed}");
        }

        output.Flush();
    }
}

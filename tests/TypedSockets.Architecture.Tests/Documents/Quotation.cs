using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Documents;

/// <summary>A code block and the file that it comes from.</summary>
/// <param name="Document">Where the block stands.</param>
/// <param name="Source">The file, from the repository's root.</param>
/// <param name="Code">The block.</param>
internal sealed record Quotation(string Document, string Source, string Code)
{
    /// <summary>Whether the block's lines stand in the file, one after the other and indented alike.</summary>
    public bool IsExact()
    {
        if (!File.Exists(Repository.FullPath(Source)))
        {
            return false;
        }

        var code = Unindent(Lines(Code));
        var source = Lines(File.ReadAllText(Repository.FullPath(Source)));
        return Enumerable.Range(0, Math.Max(0, source.Length - code.Length + 1))
            .Any(start => Unindent(source[start..(start + code.Length)]).SequenceEqual(code, StringComparer.Ordinal));
    }

    public override string ToString() => $"{Document} quotes {Source}: {Lines(Code)[0].Trim()}";

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd())];

    private static string[] Unindent(string[] lines)
    {
        var common = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(line => line.Length > common ? line[common..] : line.TrimStart())];
    }
}

using System.Text.RegularExpressions;
using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Documents;

/// <summary>A Markdown file.</summary>
internal sealed partial class Document
{
    private readonly string _text;

    private Document(string path)
    {
        Path = Repository.RelativePath(path);
        _text = File.ReadAllText(path);
    }

    /// <summary>Every document for readers of the repository.</summary>
    public static IReadOnlyList<Document> All => [.. Repository.Files(".", "*.md").Select(path => new Document(path))];

    public string Path { get; }

    /// <summary>The targets of the links that stay in the repository, without fragments.</summary>
    public IEnumerable<string> RelativeLinks => Link().Matches(CodeBlock().Replace(_text, ""))
        .Select(match => match.Groups["target"].Value.Split('#')[0])
        .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>The code blocks that name the file they come from.</summary>
    public IEnumerable<Quotation> Quotations =>
        QuotedBlock().Matches(_text).Select(match => new Quotation(Path, match.Groups["source"].Value, match.Groups["code"].Value));

    /// <summary>How many files are named, by a comment of whatever form, as the source of a code block.</summary>
    public int SourceComments => SourceComment().Count(_text);

    /// <summary>Where a link leads, from the repository's root.</summary>
    public string Resolve(string link) => link.StartsWith('/')
        ? link[1..]
        : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", Uri.UnescapeDataString(link));

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```\s*$|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"<!-- from (?<source>\S+) -->\r?\n```\w*\r?\n(?<code>.*?)\r?\n```", RegexOptions.Singleline)]
    private static partial Regex QuotedBlock();

    [GeneratedRegex(@"<!--\s*from\b", RegexOptions.IgnoreCase)]
    private static partial Regex SourceComment();
}

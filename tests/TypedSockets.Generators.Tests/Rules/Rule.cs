using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>Expects reports at the places that a source marks as <c>[|…|]</c>.</summary>
internal static class Rule
{
    /// <summary>Expects one rule at every mark, and nothing else: no other rule, no error of the compiler.</summary>
    public static void Reports(string id, string source, GeneratorFixture? project = null)
    {
        var (code, marks) = Unmark(source);
        Assert.NotEmpty(marks);
        var run = (project ?? new GeneratorFixture()).Run(code);
        var reports = run.Analyze();
        Assert.Equal(marks.Select(mark => (id, mark)), reports.Select(report => (report.Id, report.Location.SourceSpan)));
        Assert.All(reports, report => Assert.DoesNotContain("{", report.GetMessage(CultureInfo.InvariantCulture)));
        NoErrors(run);
    }

    /// <summary>Expects neither a report nor an error or a warning of the compiler.</summary>
    public static void Accepts(string source) => Assert.Empty(new GeneratorFixture().Run(source).CompilesCleanly().Analyze());

    /// <summary>Expects that the compiler finds no error, neither in the user's code nor in what was generated.</summary>
    public static void NoErrors(GeneratorRun run)
    {
        var errors = run.Complaints().Where(complaint => complaint.Severity == DiagnosticSeverity.Error || complaint.Id == "CS8785").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    private static (string Code, List<TextSpan> Marks) Unmark(string source)
    {
        var marks = new List<TextSpan>();
        for (var start = source.IndexOf("[|", StringComparison.Ordinal); start >= 0; start = source.IndexOf("[|", StringComparison.Ordinal))
        {
            source = source.Remove(start, 2);
            var end = source.IndexOf("|]", StringComparison.Ordinal);
            source = source.Remove(end, 2);
            marks.Add(TextSpan.FromBounds(start, end));
        }

        return (source, marks);
    }
}

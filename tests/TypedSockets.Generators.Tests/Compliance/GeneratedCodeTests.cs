using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Compliance;

/// <summary>Generated code is held to the rules of written code: all of the SDK's, those included that are off by default.</summary>
public class GeneratedCodeTests
{
    // The end .g.cs marks generated code too.
    private const string Folder = "Generated/";

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["CA1033"] = "the hub's static members are explicit so that a user does not see them, and an interface cannot be sealed",
        ["CA1034"] = "takes an extension block for a nested type",
        ["CA1062"] = "Bind reads a member of the object at once, and so fails at once if it is null",
        ["CA1200"] = "a documentation id names any member, of generic interfaces and with keywords for names too",
        ["CA1707"] = "underscores keep the parts of a name apart, in classes that nobody has to name",
        ["CA1708"] = "takes two extension blocks for members of one name",
        ["CA1815"] = "what On returns is used at once and never compared",
    };

    [Fact]
    public void The_analyzers_of_the_SDK_can_be_loaded() => Assert.True(SdkAnalyzers.All.Length > 100);

    [Fact]
    public void The_code_of_the_chat_sample_breaks_no_rule() => BreaksNoRule(Repository.Sources("samples/Chat.Contracts"));

    [Fact]
    public void The_code_of_every_kind_of_member_breaks_no_rule() => BreaksNoRule("""
        namespace Shop;

        /// <summary>All that a member can be.</summary>
        [SocketHub<IShopClient>("shop")]
        public partial interface IShopHub
        {
            /// <summary>Emits.</summary>
            void Note(string text);

            /// <summary>Tells.</summary>
            [OneWay] Task TellTask(int number, CancellationToken cancel = default);

            /// <summary>Tells.</summary>
            [OneWay] ValueTask TellValueTask(int number);

            /// <summary>Does.</summary>
            Task DoTask(IReadOnlyList<string> names);

            /// <summary>Does.</summary>
            [Concurrent] ValueTask DoValueTask(CancellationToken cancel);

            /// <summary>Moves.</summary>
            [Volatile] void Move(int x, int y);

            /// <summary>Asks.</summary>
            Task<string> AskTask(Color color = Color.Green, decimal price = 1.5m, string? text = "a");

            /// <summary>Asks.</summary>
            ValueTask<(string? Name, int Count)> AskValueTask((int X, int Y) at, CancellationToken cancel = default);

            /// <summary>Old.</summary>
            [Obsolete("Use Note.")] void OldNote(string text);
        }

        /// <summary>The client.</summary>
        public interface IShopClient
        {
            /// <summary>Told.</summary>
            void Told(Item item, params string[] names);

            /// <summary>Asked.</summary>
            ValueTask<Item> Asked(string question, CancellationToken cancel = default);
        }

        /// <summary>A color.</summary>
        public enum Color
        {
            /// <summary>Red.</summary>
            Red,

            /// <summary>Green.</summary>
            Green,
        }

        /// <summary>An item.</summary>
        /// <param name="Name">Its name.</param>
        public sealed record Item(string Name)
        {
            /// <summary>How many.</summary>
            public int Count { get; init; } = 1;
        }
        """);

    [Fact]
    public void An_exception_that_is_not_needed_any_more_is_taken_out()
    {
        var broken = Reports(Repository.Sources("samples/Chat.Contracts")).Select(report => report.Id).ToHashSet();
        Assert.Equal([], Exceptions.Keys.Except(broken));
    }

    private static void BreaksNoRule(params string[] sources)
    {
        var reports = Reports(sources).Where(report => !Exceptions.ContainsKey(report.Id)).Select(report => $"{report.Id} {report}").ToList();
        Assert.True(reports.Count == 0, string.Join('\n', reports));
    }

    /// <summary>What is reported in generated files, after the marks of generated code have been taken off.</summary>
    private static List<Diagnostic> Reports(string[] sources)
    {
        var project = new GeneratorFixture { Documents = true };
        var run = project.Run(sources);
        var unmarked = run.Files.Select(file => project.Parse(WithoutMarks(file.Value), Folder + file.Key.Replace(".g.", ".", StringComparison.Ordinal)));
        var analyzers = SdkAnalyzers.All;
        var rules = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct()
            .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn));
        var compilation = project.Compile(sources).AddSyntaxTrees(unmarked);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(rules));
        var analyzed = new GeneratorRun(compilation, run.Files, run.GeneratorDiagnostics);
        Assert.DoesNotContain(analyzed.Analyze(analyzers), report => report.Id == "AD0001");
        return [.. analyzed.Complaints().Concat(analyzed.Analyze(analyzers)).Where(report => IsGenerated(report.Location))];
    }

    private static bool IsGenerated(Location location) => location.SourceTree?.FilePath.StartsWith(Folder, StringComparison.Ordinal) == true;

    private static string WithoutMarks(string text) => string.Join(
        '\n', text.Split('\n').Where(line => line != "// <auto-generated/>" && !line.Contains("GeneratedCode(", StringComparison.Ordinal)));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedSockets.CodeFixes.Editing;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Fixes;

/// <summary>Applies the fix of a rule as an editor does. What comes out compiles, and the rule is content with it.</summary>
internal static class Fix
{
    // More than any example needs; a fix that does not fix would go on for ever.
    private const int MaxSteps = 10;

    /// <summary>The classes of fixes.</summary>
    public static ImmutableArray<Type> Types { get; } = [.. typeof(EditFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EditFix)) && !type.IsAbstract)];

    private static ImmutableArray<CodeFixProvider> All { get; } = [.. Types.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    /// <summary>The rules that have a fix.</summary>
    public static IEnumerable<string> Rules => All.SelectMany(fix => fix.FixableDiagnosticIds);

    /// <summary>Expects that a fix turns one source into another, taken report by report, and taken for all at once.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="before">The bad source.</param>
    /// <param name="after">The good source.</param>
    /// <param name="title">Which offer is taken; the first one if null.</param>
    public static void Gives(string id, string before, string after, string? title = null)
    {
        Assert.Equal(Lines(after), Lines(Step(id, before, title)));
        Assert.Equal(Lines(after), Lines(AtOnce(id, before, title)));
    }

    /// <summary>Expects that a fix leaves code that compiles, taken report by report.</summary>
    public static string Result(string id, string before, string? title = null) => Step(id, before, title);

    /// <summary>Expects that the rule reports and nothing is offered.</summary>
    public static void IsNotOffered(string id, string source)
    {
        using var workspace = new AdhocWorkspace();
        var project = Project.Open(workspace, source);
        var reports = Reports(project, id);
        Assert.NotEmpty(reports);
        Assert.All(reports, report => Assert.Empty(Actions(project, report)));
    }

    /// <summary>Expects that a fix for a report in one of two projects changes both, and that both compile.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="contract">The contract before and after.</param>
    /// <param name="user">A project that refers to it, before and after.</param>
    public static void GivesAcross(string id, (string Before, string After) contract, (string Before, string After) user)
    {
        using var workspace = new AdhocWorkspace();
        var first = Project.Open(workspace, contract.Before);
        var second = (Project with { Name = "User" }).Open(first.Solution, [new ProjectReference(first.Id)], user.Before);
        var reported = new[] { second.Solution.GetProject(first.Id)!, second }.Single(project => Reports(project, id).Count > 0);
        var changed = Apply(Actions(reported, Reports(reported, id)[0])[0], reported).Solution;
        Assert.Equal(Lines(contract.After), Lines(Checked(changed.GetProject(first.Id)!)));
        Assert.Equal(Lines(user.After), Lines(Checked(changed.GetProject(second.Id)!)));
    }

    /// <summary>Expects that every offer for every report can be taken, whatever it leaves.</summary>
    public static void Bears(string source)
    {
        using var workspace = new AdhocWorkspace();
        var project = Project.Open(workspace, source);
        foreach (var report in Run(project).Analyze())
        {
            Assert.NotEqual("AD0001", report.Id);
            Assert.All(Actions(project, report), action => Apply(action, project));
        }
    }

    private static GeneratorFixture Project { get; } = new();

    private static string Step(string id, string source, string? title)
    {
        using var workspace = new AdhocWorkspace();
        var project = Project.Open(workspace, source);
        Assert.NotEmpty(Reports(project, id));
        for (var step = 0; Reports(project, id) is [var report, ..]; step++)
        {
            Assert.True(step < MaxSteps, $"{id} is still reported:\n{Text(project)}");
            project = Apply(Choose(Actions(project, report), title), project);
        }

        return Checked(project);
    }

    private static string AtOnce(string id, string source, string? title)
    {
        using var workspace = new AdhocWorkspace();
        var project = Project.Open(workspace, source);
        var reports = Reports(project, id);
        var action = Choose(Actions(project, reports[0]), title);
        var fix = All.Single(fix => fix.FixableDiagnosticIds.Contains(id));
        var context = new FixAllContext(
            Document(project, reports[0]), fix, FixAllScope.Project, action.EquivalenceKey, [id], new ReportSource([.. reports]), CancellationToken.None);
        var all = fix.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult();
        project = Apply(all!, project);
        Assert.Empty(Reports(project, id));
        return Checked(project);
    }

    private static CodeAction Choose(List<CodeAction> actions, string? title)
    {
        Assert.NotEmpty(actions);
        return title is null ? actions[0] : actions.Single(action => action.Title == title);
    }

    private static List<Diagnostic> Reports(Project project, string id) => [.. Run(project).Analyze().Where(report => report.Id == id)];

    private static GeneratorRun Run(Project project) =>
        new((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)project.GetCompilationAsync().GetAwaiter().GetResult()!, [], []);

    private static List<CodeAction> Actions(Project project, Diagnostic report)
    {
        var actions = new List<CodeAction>();
        foreach (var fix in All.Where(fix => fix.FixableDiagnosticIds.Contains(report.Id)))
        {
            var context = new CodeFixContext(Document(project, report), report, (action, _) => actions.Add(action), CancellationToken.None);
            fix.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        }

        return actions;
    }

    private static Document Document(Project project, Diagnostic report) => project.GetDocument(report.Location.SourceTree)!;

    private static Project Apply(CodeAction action, Project project)
    {
        var operations = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
    }

    private static string Checked(Project project)
    {
        var errors = Run(project).Complaints().Where(complaint => complaint.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n\n{Text(project)}");
        return Text(project);
    }

    private static string Text(Project project) => project.Documents.Single(document => document.Name == "0.cs").GetTextAsync().GetAwaiter().GetResult().ToString();

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}

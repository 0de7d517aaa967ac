using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Model;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Incremental;

/// <summary>Runs the generator, edits the project, runs it again, and tells why each output is what it is.</summary>
internal sealed class IncrementalRun
{
    private static readonly GeneratorFixture Project = new();

    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private GeneratorRunResult _result;

    public IncrementalRun(params string[] sources)
    {
        _compilation = Project.Compile(sources);
        _driver = CSharpGeneratorDriver.Create(
            [new HubGenerator().AsSourceGenerator()],
            parseOptions: Project.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    /// <summary>Replaces a text of one file, as an editor does.</summary>
    public IncrementalRun Edit(int file, string before, string after)
    {
        var tree = _compilation.SyntaxTrees.Single(tree => tree.FilePath == $"{file}.cs");
        var text = tree.ToString();
        Assert.Contains(before, text);
        _compilation = _compilation.ReplaceSyntaxTree(tree, Project.Parse(text.Replace(before, after), tree.FilePath));
        return Run();
    }

    public IncrementalRun Change(Func<CSharpCompilation, CSharpCompilation> change)
    {
        _compilation = change(_compilation);
        return Run();
    }

    /// <summary>What became of a hub, after the step that makes the models.</summary>
    public IncrementalStepRunReason Hub(string name) =>
        Outputs(TrackingNames.Hubs).Single(output => output.Value is HubModel hub && hub.Server.Names.Simple == name).Reason;

    public IncrementalStepRunReason Client(string name) =>
        Outputs(TrackingNames.Clients).Single(output => output.Value is ClientModel client && client.Side.Names.Simple == name).Reason;

    public IncrementalStepRunReason Payload(string name) =>
        Outputs(TrackingNames.Payloads).Single(output => output.Value is PayloadModel payload && payload.WireName == name).Reason;

    /// <summary>Fails unless no step had to make anything, and no file was written again.</summary>
    public void DidNothing()
    {
        string[] steps = [TrackingNames.ParsedHubs, TrackingNames.Hints, TrackingNames.Hubs, TrackingNames.Clients, TrackingNames.Payloads];
        Assert.All(steps.SelectMany(step => Outputs(step)), output => Assert.True(IsOld(output.Reason), $"{output.Value}: {output.Reason}"));
        Assert.All(Files(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>How many files' outputs were written again.</summary>
    public int Rewritten() => Files().Count(reason => reason != IncrementalStepRunReason.Cached);

    private static bool IsOld(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private IncrementalRun Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        _result = _driver.GetRunResult().Results.Single();
        Assert.Null(_result.Exception);
        return this;
    }

    private ImmutableArray<(object Value, IncrementalStepRunReason Reason)> Outputs(string step)
    {
        Assert.True(_result.TrackedSteps.TryGetValue(step, out var runs), $"no step '{step}' ran");
        return [.. runs.SelectMany(run => run.Outputs)];
    }

    private IEnumerable<IncrementalStepRunReason> Files() =>
        _result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason);
}

using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator;

/// <summary>
/// Times the generator as a host of the compiler drives it. Compilations are made, and edits applied, outside of what is timed; what the generator makes the
/// compiler bind is within.
/// </summary>
internal sealed class GeneratorRuns(int hubs)
{
    private readonly CSharpCompilation _project = SampleProject.Create(hubs);

    /// <summary>How many files the generator writes.</summary>
    public int Files => Run(SampleProject.CreateDriver(), _project, out _).GetRunResult().GeneratedTrees.Length;

    /// <summary>The first run of a new driver over a new compilation, as in a build, in milliseconds.</summary>
    public double Cold()
    {
        Run(SampleProject.CreateDriver(), SampleProject.Create(hubs), out var milliseconds);
        return milliseconds;
    }

    /// <summary>Keystrokes in a file without a contract, each with a run of its own, in milliseconds.</summary>
    public IEnumerable<double> EditsOutside(int count) =>
        Edits(count, SampleProject.OtherFile, i => $"Number() => {i};", i => $"Number() => {i + 1};");

    /// <summary>Keystrokes in the name of one hub's method, each with a run of its own, in milliseconds.</summary>
    public IEnumerable<double> EditsInside(int count) =>
        Edits(count, SampleProject.HubFile(hubs / 2), i => $"Enter{(i == 0 ? "" : i)}(", i => $"Enter{i + 1}(");

    private IEnumerable<double> Edits(int count, string file, Func<int, string> before, Func<int, string> after)
    {
        var compilation = _project;
        var driver = Run(SampleProject.CreateDriver(), compilation, out _);
        for (var i = 0; i < count; i++)
        {
            compilation = SampleProject.Edit(compilation, file, before(i), after(i));
            driver = Run(driver, compilation, out var milliseconds);
            yield return milliseconds;
        }
    }

    private static GeneratorDriver Run(GeneratorDriver driver, CSharpCompilation compilation, out double milliseconds)
    {
        var start = Stopwatch.GetTimestamp();
        var ran = driver.RunGenerators(compilation);
        milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return ran.GetRunResult().Results is [{ Exception: null }] ? ran : throw new InvalidOperationException("The generator failed.");
    }
}

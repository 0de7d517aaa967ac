namespace TypedSockets.Fuzz;

/// <summary>Runs all targets, and tells what became of them.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan LongestInput = TimeSpan.FromSeconds(10);

    public static int Run(long inputs, int seed, string name, TextWriter output)
    {
        var targets = FuzzTargets.All().Where(target => target.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        if (targets.Count == 0)
        {
            output.WriteLine($"error: there is no target '{name}'; the targets are {string.Join(", ", FuzzTargets.All().Select(target => target.Name))}");
            return 2;
        }

        output.WriteLine($"seed {seed}, {inputs:N0} inputs for {targets.Count} targets");
        try
        {
            foreach (var target in targets)
            {
                var result = Play(target, seed, inputs / targets.Count, output);
                output.WriteLine($"{result.Target,-26} {result.Inputs,10:N0} inputs {(double)result.Refused / result.Inputs,7:P0} refused {result.MostBytes,9:N0} B at most {result.Slowest.TotalMilliseconds,8:F1} ms at most");
            }
        }
        catch (FuzzFailure failure)
        {
            output.WriteLine($"FAILED: {failure}");
            return 1;
        }

        output.WriteLine("nothing found");
        return 0;
    }

    private static FuzzResult Play(FuzzTarget target, int seed, long inputs, TextWriter output)
    {
        var run = new FuzzRun(target, seed);
        using var watch = new Timer(
            _ =>
            {
                if (run.Running > LongestInput)
                {
                    output.WriteLine($"FAILED: {run.Hang()}");
                    Environment.Exit(1);
                }
            },
            null, LongestInput, LongestInput);
        return run.Play(inputs);
    }
}

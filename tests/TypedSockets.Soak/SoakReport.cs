using TypedSockets.Soak.Traffic;

namespace TypedSockets.Soak;

/// <summary>Writes what a run does and what has come of it.</summary>
public sealed class SoakReport(TextWriter output, SoakTraffic traffic)
{
    private const double MiB = 1024 * 1024;

    public void Begin(SoakPlan plan) => output.WriteLine(FormattableString.Invariant(
        $"{plan.Duration.TotalMinutes:0.##} min, {plan.Clients} clients, seed {plan.Seed}"));

    public void Progress(TimeSpan elapsed, int cuts) => output.WriteLine(FormattableString.Invariant(
        $"{elapsed.TotalSeconds,5:0} s  {cuts,5} cuts  {traffic.Resumes,5} resumes  up {traffic.Sum(client => client.Up.Received),9:N0}  down {traffic.Sum(client => client.Down.Received),9:N0}  ")
        + FormattableString.Invariant($"{Sum(flow => flow.Overtaken)} lost {Sum(flow => flow.Duplicated)} duplicated {Sum(flow => flow.Reordered)} reordered  ")
        + FormattableString.Invariant($"{Calls,7:N0} calls  heap {GC.GetTotalMemory(false) / MiB,5:0.0} MiB  working set {Environment.WorkingSet / MiB,5:0.0} MiB"));

    public void End(SoakResult result)
    {
        foreach (var fault in traffic.Faults.Take(20))
        {
            output.WriteLine($"fault: {fault}");
        }

        output.WriteLine(FormattableString.Invariant($"{Calls:N0} calls answered, {Sum(flow => flow.Damaged)} payloads changed, {traffic.Faults.Count} faults"));
        output.WriteLine(FormattableString.Invariant(
            $"{result.Cuts:N0} cuts, {traffic.Sum(client => client.Up.Received + client.Down.Received):N0} messages, {Sum(flow => flow.Outstanding)} lost, ")
            + FormattableString.Invariant($"{Sum(flow => flow.Duplicated)} duplicated, {Sum(flow => flow.Reordered)} reordered, {traffic.Gaps} gaps; ")
            + FormattableString.Invariant($"memory start {result.HeapAtStart / MiB:0.0} MiB, end {result.HeapAtEnd / MiB:0.0} MiB: x{result.Growth:0.00}, ")
            + FormattableString.Invariant($"{(result.IsFlat ? "flat" : "NOT FLAT")} (at most x{SoakResult.AllowedGrowth:0.0})"));
    }

    private long Calls => traffic.Sum(client => client.Calls.Received + client.Asks.Received);

    private long Sum(Func<Flow, long> number) => traffic.All.Sum(number);
}

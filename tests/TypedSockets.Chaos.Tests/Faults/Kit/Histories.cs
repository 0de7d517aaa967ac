namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>Checks what was delivered against what was emitted: 1, 2, 3 and so on.</summary>
internal static class Histories
{
    public static byte[] Ballast { get; } = new byte[200];

    /// <summary>Neither a duplicate nor a reorder nor a hole.</summary>
    public static void IsWhole(Record<int> delivered, int emitted) => IsRun(delivered.Items, 1, emitted);

    /// <summary>The numbers from one to another, each once and in order.</summary>
    public static void IsRun(IReadOnlyList<int> delivered, int first, int last)
    {
        for (var i = 0; i < delivered.Count; i++)
        {
            if (delivered[i] != first + i)
            {
                Assert.Fail($"{first + i} was expected as delivery {i + 1}, and {delivered[i]} came ({Describe(delivered, i)}). "
                    + $"Around it: {string.Join(", ", delivered.Skip(Math.Max(0, i - 5)).Take(10))}");
            }
        }

        Assert.Equal(last - first + 1, delivered.Count);
    }

    private static string Describe(IReadOnlyList<int> delivered, int index) =>
        delivered.Take(index).Contains(delivered[index]) ? "a duplicate"
        : delivered.Skip(index).Contains(delivered[index] - 1) ? "a reorder"
        : "a hole";
}

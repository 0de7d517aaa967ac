using System.Runtime;

namespace Peers;

/// <summary>What only the process itself can tell: asked on standard input, a line each, answered on standard output.</summary>
internal static class Questions
{
    public static async Task AnswerAsync()
    {
        while (await Console.In.ReadLineAsync() is { } question)
        {
            if (question == "collect")
            {
                GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            Console.WriteLine($"STATS {GC.GetTotalAllocatedBytes(precise: true)} {JitInfo.GetCompiledMethodCount()}");
        }
    }
}

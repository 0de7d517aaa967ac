using System.Reflection;
using System.Runtime.Loader;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Counts the buffers in the pool before and after runs: one that is missing was not given back, one too many was given back twice.</summary>
internal static class BufferCensus
{
    // More than a run ever holds, fewer than the pool keeps: the pool makes no new ones and throws none away.
    private const int Stock = 3000;

    /// <summary>Looks for a run that ends with another number of buffers than it started with.</summary>
    /// <returns>What was found; null if all is well.</returns>
    public static string? FindLeak(int seeds)
    {
        // The pool is static and other tests use it meanwhile: so this is done in a second copy of the assemblies, whose pool is its own.
        var copy = new Copy().LoadFromAssemblyPath(typeof(BufferCensus).Assembly.Location).GetType(typeof(BufferCensus).FullName!, throwOnError: true)!;
        string? leak = null;
        var thread = new Thread(() => leak = (string?)copy.GetMethod(nameof(FindLeakAlone), BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [seeds]));
        thread.Start();
        thread.Join();
        return leak;
    }

    private static string? FindLeakAlone(int seeds)
    {
        List<MessageBody> stock = [.. Enumerable.Range(0, Stock).Select(_ => MessageBody.Rent())];
        stock.ForEach(body => body.Release());
        var before = MessageBodyPool.Count;
        for (var seed = 1; seed <= seeds; seed++)
        {
            RunResult.Of(seed);
            if (MessageBodyPool.Count != before)
            {
                return $"Seed {seed}: {before} buffers were in the pool, and {MessageBodyPool.Count} are";
            }
        }

        return null;
    }

    private sealed class Copy() : AssemblyLoadContext("buffer census", isCollectible: false)
    {
        private static readonly string Folder = Path.GetDirectoryName(typeof(BufferCensus).Assembly.Location)!;

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name!.StartsWith("TypedSockets", StringComparison.Ordinal)
                ? LoadFromAssemblyPath(Path.Combine(Folder, assemblyName.Name + ".dll"))
                : null;
    }
}

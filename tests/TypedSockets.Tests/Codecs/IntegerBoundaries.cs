namespace TypedSockets.Tests.Codecs;

/// <summary>The integers at which an encoding or a type ends, with their neighbours, and seeded ones of every magnitude.</summary>
internal static class IntegerBoundaries
{
    public static IEnumerable<long> All
    {
        get
        {
            for (var bit = 0; bit < 64; bit++)
            {
                for (var nudge = -2; nudge <= 2; nudge++)
                {
                    yield return unchecked((1L << bit) + nudge);
                    yield return unchecked(-(1L << bit) + nudge);
                }
            }

            for (var nudge = -2; nudge <= 2; nudge++)
            {
                yield return -32 + nudge;
            }

            var random = new Random(20261123);
            for (var i = 0; i < 2000; i++)
            {
                yield return random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            }
        }
    }
}

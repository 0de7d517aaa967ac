namespace TypedSockets.Tests.Vectors;

/// <summary>Long hex in short.</summary>
internal static class Hex
{
    public static string Repeat(string hex, int count) => string.Concat(Enumerable.Repeat(hex, count));
}

using System.Globalization;

namespace TypedSockets.Generators.Model;

/// <summary>Tells long or similar names apart: 32 bits of FNV-1a, the same on every machine and in every run.</summary>
internal static class StableHash
{
    internal static string Of(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}

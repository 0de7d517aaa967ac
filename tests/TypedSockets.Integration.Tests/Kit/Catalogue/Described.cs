using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

/// <summary>Describes a value with its types and all that is in it, so that two can be compared whatever they are.</summary>
internal static class Described
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Memory<byte> memory => $"Memory {Convert.ToHexString(memory.Span)}",
        ReadOnlyMemory<byte> memory => $"ReadOnlyMemory {Convert.ToHexString(memory.Span)}",
        ReadOnlySequence<byte> sequence => $"Sequence {Convert.ToHexString(sequence.ToArray())}",
        Vector2 or Vector3 or Vector4 or Quaternion or StringBuilder or Uri or Version or Enum => $"{value.GetType().Name} {value}",
        DateTime time => $"DateTime {time:O} {time.Kind}",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        IFormattable number => $"{value.GetType().Name} {number.ToString(value is double or float or Half ? "R" : null, CultureInfo.InvariantCulture)}",
        bool or char => $"{value.GetType().Name} {value}",
        IEnumerable items => $"{items.GetType().Name} [{string.Join(", ", Ordered(items))}]",
        _ => $"{value.GetType().Name} {{ {string.Join(", ", Parts(value))} }}",
    };

    /// <summary>The same without what kinds the containers are of.</summary>
    public static string WithoutKinds(string described) => Regex.Replace(described, @"[\w`<>\[\]]+ \[", "[");

    // Hashed ones have no order that would mean anything, and a bag has none.
    private static IEnumerable<string> Ordered(IEnumerable items)
    {
        var texts = items.Cast<object?>().Select(Of);
        var type = items.GetType().Name;
        return items is IDictionary || type.Contains("Set", StringComparison.Ordinal) || type.Contains("Dictionary", StringComparison.Ordinal) || type.Contains("Bag", StringComparison.Ordinal)
            ? texts.Order(StringComparer.Ordinal) : texts;
    }

    private static IEnumerable<string> Parts(object value)
    {
        var type = value.GetType();
        return type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => $"{field.Name} = {Of(field.GetValue(value))}");
    }
}

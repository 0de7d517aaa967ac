using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>What the codecs of lists and sets share: an array header and the elements, with the index of a bad one in its error.</summary>
internal static class ListElements
{
    public static void Write<T, TCodec>(ref PayloadWriter writer, ReadOnlySpan<T> values)
        where TCodec : struct, ISocketCodec<T>
    {
        writer.Enter();
        writer.WriteArrayHeader(values.Length);
        var index = 0;
        try
        {
            for (; index < values.Length; index++)
            {
                TCodec.Write(ref writer, values[index]);
            }
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        writer.Leave();
    }

    /// <summary>Writes what only says that it can be enumerated; what it is decides how fast.</summary>
    public static void Write<T, TCodec>(ref PayloadWriter writer, IEnumerable<T> values)
        where TCodec : struct, ISocketCodec<T>
    {
        switch (values)
        {
            case null:
                PayloadErrors.ThrowNull();
                break;
            case T[] array:
                Write<T, TCodec>(ref writer, new ReadOnlySpan<T>(array));
                break;
            case List<T> list:
                Write<T, TCodec>(ref writer, CollectionsMarshal.AsSpan(list));
                break;
            case HashSet<T> set:
                Write<T, TCodec, HashSet<T>.Enumerator>(ref writer, set.Count, set.GetEnumerator());
                break;
            case ICollection<T> collection:
                Write<T, TCodec, IEnumerator<T>>(ref writer, collection.Count, collection.GetEnumerator());
                break;
            case IReadOnlyCollection<T> collection:
                Write<T, TCodec, IEnumerator<T>>(ref writer, collection.Count, collection.GetEnumerator());
                break;
            default:
                WriteBuffered<T, TCodec>(ref writer, values);
                break;
        }
    }

    public static void Write<T, TCodec, TEnumerator>(ref PayloadWriter writer, int count, TEnumerator values)
        where TCodec : struct, ISocketCodec<T>
        where TEnumerator : IEnumerator<T>
    {
        writer.Enter();
        writer.WriteArrayHeader(count);
        var index = 0;
        try
        {
            for (; values.MoveNext(); index++)
            {
                TCodec.Write(ref writer, values.Current);
            }

            if (index != count)
            {
                PayloadErrors.ThrowChanged();
            }
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }
        finally
        {
            values.Dispose();
        }

        writer.Leave();
    }

    /// <summary>Writes what others may change meanwhile, as it is at one moment.</summary>
    public static void WriteSnapshot<T, TCodec>(ref PayloadWriter writer, IProducerConsumerCollection<T> values)
        where TCodec : struct, ISocketCodec<T>
    {
        if (values is null)
        {
            PayloadErrors.ThrowNull();
        }

        Write<T, TCodec>(ref writer, values.ToArray().AsSpan());
    }

    /// <summary>Reads what has to be made from its last element on, as a stack has.</summary>
    public static T[] ReadReversed<T, TCodec>(ref PayloadReader reader)
        where TCodec : struct, ISocketCodec<T>
    {
        var values = ReadArray<T, TCodec>(ref reader);
        Array.Reverse(values);
        return values;
    }

    public static T[] ReadArray<T, TCodec>(ref PayloadReader reader)
        where TCodec : struct, ISocketCodec<T>
    {
        if (typeof(T) == typeof(byte) && reader.NextType == MessagePackType.Binary)
        {
            return (T[])(object)reader.ReadBytes().ToArray();
        }

        var count = Begin(ref reader, TCodec.MinimumSize);
        var values = count == 0 ? [] : new T[count];
        Read<T, TCodec>(ref reader, values);
        return values;
    }

    public static List<T> ReadList<T, TCodec>(ref PayloadReader reader)
        where TCodec : struct, ISocketCodec<T>
    {
        if (typeof(T) == typeof(byte) && reader.NextType == MessagePackType.Binary)
        {
            return [.. ReadArray<T, TCodec>(ref reader)];
        }

        var count = Begin(ref reader, TCodec.MinimumSize);
        var values = new List<T>(count);
        CollectionsMarshal.SetCount(values, count);
        Read<T, TCodec>(ref reader, CollectionsMarshal.AsSpan(values));
        return values;
    }

    public static HashSet<T> ReadHashSet<T, TCodec>(ref PayloadReader reader)
        where TCodec : struct, ISocketCodec<T>
    {
        var count = Begin(ref reader, TCodec.MinimumSize);
        var values = new HashSet<T>(count, SeededComparer<T>.Instance);
        ReadSet<T, TCodec>(ref reader, count, values);
        return values;
    }

    public static SortedSet<T> ReadSortedSet<T, TCodec>(ref PayloadReader reader)
        where TCodec : struct, ISocketCodec<T>
    {
        var count = Begin(ref reader, TCodec.MinimumSize);
        var values = new SortedSet<T>();
        ReadSet<T, TCodec>(ref reader, count, values);
        return values;
    }

    private static int Begin(ref PayloadReader reader, int minimumElementSize)
    {
        if (reader.TryReadNil())
        {
            PayloadErrors.ThrowNull();
        }

        reader.Enter();
        return reader.ReadArrayHeader(minimumElementSize);
    }

    private static void Read<T, TCodec>(ref PayloadReader reader, Span<T> values)
        where TCodec : struct, ISocketCodec<T>
    {
        var index = 0;
        try
        {
            for (; index < values.Length; index++)
            {
                values[index] = TCodec.Read(ref reader);
            }
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        reader.Leave();
    }

    private static void ReadSet<T, TCodec>(ref PayloadReader reader, int count, ISet<T> values)
        where TCodec : struct, ISocketCodec<T>
    {
        var index = 0;
        try
        {
            for (; index < count; index++)
            {
                values.Add(TCodec.Read(ref reader));
            }
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        reader.Leave();
    }

    // The header needs the count, and a lazy sequence must not run twice.
    private static void WriteBuffered<T, TCodec>(ref PayloadWriter writer, IEnumerable<T> values)
        where TCodec : struct, ISocketCodec<T>
    {
        var buffer = ArrayPool<T>.Shared.Rent(16);
        try
        {
            var count = 0;
            foreach (var value in values)
            {
                if (count == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                buffer[count++] = value;
            }

            Write<T, TCodec>(ref writer, buffer.AsSpan(0, count));
        }
        finally
        {
            Return(buffer);
        }
    }

    private static T[] Grow<T>(T[] buffer)
    {
        var larger = ArrayPool<T>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        Return(buffer);
        return larger;
    }

    private static void Return<T>(T[] buffer) =>
        ArrayPool<T>.Shared.Return(buffer, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
}

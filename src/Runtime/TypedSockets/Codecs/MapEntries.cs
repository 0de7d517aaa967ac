using System.Collections.Concurrent;

namespace TypedSockets.Codecs;

/// <summary>What the codecs of dictionaries share: a map header and the entries, with the index of a bad one in its error.</summary>
internal static class MapEntries
{
    public static void Write<TKey, TValue, TKeyCodec, TValueCodec, TEnumerator>(ref PayloadWriter writer, int count, TEnumerator entries)
        where TKeyCodec : struct, ISocketCodec<TKey>
        where TValueCodec : struct, ISocketCodec<TValue>
        where TEnumerator : IEnumerator<KeyValuePair<TKey, TValue>>
    {
        writer.Enter();
        writer.WriteMapHeader(count);
        var index = 0;
        try
        {
            for (; entries.MoveNext(); index++)
            {
                var (key, value) = entries.Current;
                TKeyCodec.Write(ref writer, key);
                TValueCodec.Write(ref writer, value);
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
            entries.Dispose();
        }

        writer.Leave();
    }

    /// <summary>Writes what is known by its interface.</summary>
    public static void Write<TKey, TValue, TKeyCodec, TValueCodec>(ref PayloadWriter writer, IReadOnlyDictionary<TKey, TValue> entries)
        where TKeyCodec : struct, ISocketCodec<TKey>
        where TValueCodec : struct, ISocketCodec<TValue>
    {
        if (entries is null)
        {
            PayloadErrors.ThrowNull();
        }

        Write<TKey, TValue, TKeyCodec, TValueCodec, IEnumerator<KeyValuePair<TKey, TValue>>>(ref writer, entries.Count, entries.GetEnumerator());
    }

    /// <summary>Writes what others may change meanwhile, as it is at one moment.</summary>
    public static void WriteSnapshot<TKey, TValue, TKeyCodec, TValueCodec>(ref PayloadWriter writer, ConcurrentDictionary<TKey, TValue> entries)
        where TKey : notnull
        where TKeyCodec : struct, ISocketCodec<TKey>
        where TValueCodec : struct, ISocketCodec<TValue>
    {
        if (entries is null)
        {
            PayloadErrors.ThrowNull();
        }

        var snapshot = entries.ToArray();
        Write<TKey, TValue, TKeyCodec, TValueCodec, IEnumerator<KeyValuePair<TKey, TValue>>>(
            ref writer, snapshot.Length, snapshot.AsEnumerable().GetEnumerator());
    }

    public static Dictionary<TKey, TValue> ReadDictionary<TKey, TValue, TKeyCodec, TValueCodec>(ref PayloadReader reader)
        where TKey : notnull
        where TKeyCodec : struct, ISocketCodec<TKey>
        where TValueCodec : struct, ISocketCodec<TValue>
    {
        var count = Begin(ref reader, TKeyCodec.MinimumSize + TValueCodec.MinimumSize);
        var entries = new Dictionary<TKey, TValue>(count, SeededComparer<TKey>.Instance);
        Read<TKey, TValue, TKeyCodec, TValueCodec>(ref reader, count, entries);
        return entries;
    }

    public static SortedDictionary<TKey, TValue> ReadSorted<TKey, TValue, TKeyCodec, TValueCodec>(ref PayloadReader reader)
        where TKey : notnull
        where TKeyCodec : struct, ISocketCodec<TKey>
        where TValueCodec : struct, ISocketCodec<TValue>
    {
        var count = Begin(ref reader, TKeyCodec.MinimumSize + TValueCodec.MinimumSize);
        var entries = new SortedDictionary<TKey, TValue>();
        Read<TKey, TValue, TKeyCodec, TValueCodec>(ref reader, count, entries);
        return entries;
    }

    public static OrderedDictionary<TKey, TValue> ReadOrdered<TKey, TValue, TKeyCodec, TValueCodec>(ref PayloadReader reader)
        where TKey : notnull
        where TKeyCodec : struct, ISocketCodec<TKey>
        where TValueCodec : struct, ISocketCodec<TValue>
    {
        var count = Begin(ref reader, TKeyCodec.MinimumSize + TValueCodec.MinimumSize);
        var entries = new OrderedDictionary<TKey, TValue>(count, SeededComparer<TKey>.Instance);
        Read<TKey, TValue, TKeyCodec, TValueCodec>(ref reader, count, entries);
        return entries;
    }

    private static int Begin(ref PayloadReader reader, int minimumEntrySize)
    {
        if (reader.TryReadNil())
        {
            PayloadErrors.ThrowNull();
        }

        reader.Enter();
        return reader.ReadMapHeader(minimumEntrySize);
    }

    private static void Read<TKey, TValue, TKeyCodec, TValueCodec>(ref PayloadReader reader, int count, IDictionary<TKey, TValue> entries)
        where TKeyCodec : struct, ISocketCodec<TKey>
        where TValueCodec : struct, ISocketCodec<TValue>
    {
        var index = 0;
        try
        {
            for (; index < count; index++)
            {
                var key = TKeyCodec.Read(ref reader);
                entries[key] = TValueCodec.Read(ref reader);

                // Not Add: its exception holds the key.
                if (entries.Count == index)
                {
                    PayloadErrors.ThrowDuplicateKey();
                }
            }
        }
        catch (Exception error)
        {
            throw PayloadException.AtIndex(error, index);
        }

        reader.Leave();
    }
}

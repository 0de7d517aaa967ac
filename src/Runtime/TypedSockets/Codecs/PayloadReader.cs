using System.Buffers;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>The MessagePack package's reader, with depth and counts checked before anything is allocated. Not thread-safe.</summary>
public ref struct PayloadReader
{
    /// <summary>The package's reader, for codecs.</summary>
    public MessagePackReader Raw;

    private readonly long _length;
    private int _depth;

    /// <summary>Reads from <paramref name="bytes"/>.</summary>
    /// <param name="bytes">All the bytes of one body.</param>
    public PayloadReader(ReadOnlyMemory<byte> bytes)
    {
        Raw = new MessagePackReader(bytes);
        _length = bytes.Length;
    }

    /// <summary>How many bytes have not been read.</summary>
    public readonly long Remaining => _length - Raw.Consumed;

    /// <summary>Begins an object or container.</summary>
    /// <exception cref="PayloadException">It is nested deeper than <see cref="PayloadLimits.MaxDepth"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (++_depth > PayloadLimits.MaxDepth)
        {
            PayloadErrors.ThrowTooDeep();
        }
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => _depth--;

    /// <summary>Reads an array's header.</summary>
    /// <param name="minimumElementSize">The least number of bytes that one element takes.</param>
    /// <returns>The number of elements, which the remaining bytes can hold.</returns>
    /// <exception cref="PayloadException">The remaining bytes cannot hold so many.</exception>
    public int ReadArrayHeader(int minimumElementSize) => CheckCount(Raw.ReadArrayHeader(), minimumElementSize);

    /// <summary>Reads a map's header.</summary>
    /// <param name="minimumEntrySize">The least number of bytes that a key and its value take.</param>
    /// <returns>The number of entries, which the remaining bytes can hold.</returns>
    /// <exception cref="PayloadException">The remaining bytes cannot hold so many.</exception>
    public int ReadMapHeader(int minimumEntrySize) => CheckCount(Raw.ReadMapHeader(), minimumEntrySize);

    /// <summary>Begins an object, which may come as an array of its members or as a map of their names.</summary>
    /// <returns>What walks over its members; <see cref="Leave"/> ends the object.</returns>
    /// <exception cref="PayloadException">The next value is neither an array nor a map.</exception>
    public ObjectCursor EnterObject()
    {
        Enter();
        var type = Raw.NextMessagePackType;
        switch (type)
        {
            case MessagePackType.Array:
                return new ObjectCursor(ReadArrayHeader(1), byName: false);
            case MessagePackType.Map:
                return new ObjectCursor(ReadMapHeader(2), byName: true);
            case MessagePackType.Nil:
                PayloadErrors.ThrowNull();
                return default;
            default:
                PayloadErrors.ThrowUnexpected("an object", type);
                return default;
        }
    }

    /// <summary>Reads nil, if it is what comes next.</summary>
    /// <returns>Whether it was nil.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNil() => Raw.TryReadNil();

    /// <summary>Skips one value, however deep, without recursion.</summary>
    public void Skip()
    {
        for (long pending = 1; pending > 0; pending--)
        {
            switch (Raw.NextMessagePackType)
            {
                case MessagePackType.Array:
                    pending += ReadArrayHeader(1);
                    break;
                case MessagePackType.Map:
                    pending += 2L * ReadMapHeader(2);
                    break;
                default:
                    Raw.Skip();
                    break;
            }
        }
    }

    /// <summary>Reads the arguments of a method, and makes sure that nothing is left over.</summary>
    /// <typeparam name="TArguments">The generated struct that holds them.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The arguments.</returns>
    /// <exception cref="TypedSocketException">The bytes are no valid arguments.</exception>
    public TArguments ReadArguments<TArguments, TCodec>()
        where TCodec : struct, ISocketCodec<TArguments>
    {
        try
        {
            return ReadAll<TArguments, TCodec>();
        }
        catch (Exception error)
        {
            throw new BadArgumentsException(PayloadException.At(error, [], -1));
        }
    }

    /// <summary>Reads a whole body.</summary>
    /// <exception cref="PayloadException">Bytes are left over.</exception>
    internal T ReadAll<T, TCodec>()
        where TCodec : struct, ISocketCodec<T>
    {
        var value = TCodec.Read(ref this);
        if (Remaining != 0)
        {
            PayloadErrors.ThrowTrailing(Remaining);
        }

        return value;
    }

    /// <summary>Begins a tuple; <see cref="Leave"/> ends it.</summary>
    /// <param name="size">The number of elements that it must have.</param>
    internal void EnterTuple(int size)
    {
        if (TryReadNil())
        {
            PayloadErrors.ThrowNull();
        }

        Enter();
        var count = ReadArrayHeader(1);
        if (count != size)
        {
            PayloadErrors.ThrowTupleSize(size, count);
        }
    }

    private readonly int CheckCount(int count, int minimumSize)
    {
        if ((long)count * minimumSize > Remaining)
        {
            PayloadErrors.ThrowCount(count, Remaining);
        }

        return count;
    }
}

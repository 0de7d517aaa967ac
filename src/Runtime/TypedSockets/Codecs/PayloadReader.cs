using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>
/// Reads MessagePack from one piece of memory, with depth and counts checked before anything is allocated. It accepts what the MessagePack
/// package's reader accepts. Not thread-safe.
/// </summary>
public ref struct PayloadReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;
    private int _depth;

    /// <summary>Reads from <paramref name="bytes"/>.</summary>
    /// <param name="bytes">All the bytes of one body.</param>
    public PayloadReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>How many bytes have not been read.</summary>
    public readonly long Remaining => _bytes.Length - _position;

    /// <summary>The type of what comes next.</summary>
    internal readonly MessagePackType NextType => MessagePackCode.ToMessagePackType(Peek());

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
    /// <exception cref="PayloadException">No array comes next, or the remaining bytes cannot hold so many.</exception>
    public int ReadArrayHeader(int minimumElementSize)
    {
        var code = Peek();
        return code switch
        {
            <= MessagePackCode.MaxFixArray and >= MessagePackCode.MinFixArray => TakeCount(code & 0xF, 1, minimumElementSize),
            MessagePackCode.Array16 => CheckCount(ReadLength(2), 1, minimumElementSize),
            MessagePackCode.Array32 => CheckCount(ReadLength(4), 1, minimumElementSize),
            _ => PayloadErrors.ThrowFound<int>(code),
        };
    }

    /// <summary>Reads a map's header.</summary>
    /// <param name="minimumEntrySize">The least number of bytes that a key and its value take.</param>
    /// <returns>The number of entries, which the remaining bytes can hold.</returns>
    /// <exception cref="PayloadException">No map comes next, or the remaining bytes cannot hold so many.</exception>
    public int ReadMapHeader(int minimumEntrySize)
    {
        var code = Peek();
        return code switch
        {
            <= MessagePackCode.MaxFixMap and >= MessagePackCode.MinFixMap => TakeCount(code & 0xF, 2, minimumEntrySize),
            MessagePackCode.Map16 => CheckCount(ReadLength(2), 2, minimumEntrySize),
            MessagePackCode.Map32 => CheckCount(ReadLength(4), 2, minimumEntrySize),
            _ => PayloadErrors.ThrowFound<int>(code),
        };
    }

    /// <summary>Begins an object, which may come as an array of its members or as a map of their names.</summary>
    /// <returns>What walks over its members; <see cref="Leave"/> ends the object.</returns>
    /// <exception cref="PayloadException">The next value is neither an array nor a map.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ObjectCursor EnterObject()
    {
        Enter();
        var members = (uint)(Peek() - MessagePackCode.MinFixArray);
        return members <= MessagePackRange.MaxFixArrayCount ? new ObjectCursor(TakeCount((int)members, 1, 1), byName: false) : BeginOtherObject();
    }

    /// <summary>Begins a case of a union whose cases have numbers; the case comes next, and <see cref="Leave"/> ends the union.</summary>
    /// <returns>The tag, which may be one that the contract does not know.</returns>
    /// <exception cref="PayloadException">No array of a tag and a value comes next.</exception>
    public int EnterUnion()
    {
        EnterTuple(2);
        return this.ReadInt32();
    }

    /// <summary>Begins a case of a union whose cases have names; the case comes next, and <see cref="Leave"/> ends the union.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The index of the name; -1 if the contract does not know it.</returns>
    /// <exception cref="PayloadException">No array of a name and a value comes next.</exception>
    public int EnterUnion(ReadOnlySpan<string> names)
    {
        EnterTuple(2);
        var name = StringCodec.Read(ref this);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reads nil, if it is what comes next.</summary>
    /// <returns>Whether it was nil.</returns>
    /// <exception cref="PayloadException">Nothing comes next.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNil()
    {
        if (Peek() != MessagePackCode.Nil)
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Skips one value, however deep, without recursion.</summary>
    /// <exception cref="PayloadException">The bytes end before the value does, or are no MessagePack.</exception>
    public void Skip()
    {
        for (long pending = 1; pending > 0; pending--)
        {
            pending += Skipping.SkipHead(ref this);
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

    /// <summary>Takes the code of what comes next, and the length of so many bytes behind it.</summary>
    internal uint ReadLength(int size)
    {
        var head = Take(1 + size)[1..];
        return size switch
        {
            1 => head[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(head),
            _ => BinaryPrimitives.ReadUInt32BigEndian(head),
        };
    }

    /// <summary>Takes so many bytes as a header told, which may be more than there are.</summary>
    internal ReadOnlySpan<byte> TakeChecked(uint length)
    {
        if (length > Remaining)
        {
            PayloadErrors.ThrowEnd();
        }

        return Take((int)length);
    }

    /// <summary>Takes the next bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Take(int count)
    {
        var position = _position;
        if (count > _bytes.Length - position)
        {
            PayloadErrors.ThrowEnd();
        }

        _position = position + count;
        return _bytes.Slice(position, count);
    }

    /// <summary>The code of what comes next, which stays there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly byte Peek()
    {
        if ((uint)_position >= (uint)_bytes.Length)
        {
            PayloadErrors.ThrowEnd();
        }

        return _bytes[_position];
    }

    /// <summary>Goes beyond the byte that was looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Advance() => _position++;

    private ObjectCursor BeginOtherObject()
    {
        var type = NextType;
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

    private int TakeCount(int count, int leastSize, int minimumSize)
    {
        _position++;
        return CheckCount((uint)count, leastSize, minimumSize);
    }

    // Nothing takes less than a byte, whatever its codec says: then it is the bytes that end, not the count that is wrong.
    private readonly int CheckCount(uint count, int leastSize, int minimumSize)
    {
        if (count * (long)leastSize > Remaining)
        {
            PayloadErrors.ThrowEnd();
        }

        if (count * (long)minimumSize > Remaining)
        {
            PayloadErrors.ThrowCount(count, Remaining);
        }

        return (int)count;
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Writes MessagePack, the same bytes as the MessagePack package's writer, with the nesting depth counted. Not thread-safe.</summary>
public ref struct PayloadWriter
{
    private readonly IBufferWriter<byte> _output;
    private Span<byte> _span;
    private int _position;
    private int _depth;

    /// <summary>Writes to <paramref name="output"/>.</summary>
    /// <param name="output">Where the bytes go; complete after <see cref="Flush"/>.</param>
    public PayloadWriter(IBufferWriter<byte> output)
    {
        _output = output;
        _span = output.GetSpan();
    }

    /// <summary>Begins an object or container.</summary>
    /// <exception cref="PayloadException">It would be nested deeper than <see cref="PayloadLimits.MaxDepth"/>, as a cycle is.</exception>
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

    /// <summary>Begins an object that is written as an array of its members; <see cref="Leave"/> ends it.</summary>
    /// <param name="members">The number of members.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterObject(int members)
    {
        Enter();
        WriteArrayHeader(members);
    }

    /// <summary>Begins an object that is written as a map of its members' names; <see cref="Leave"/> ends it.</summary>
    /// <param name="members">The number of members, each a <see cref="WriteName"/> and a value.</param>
    public void EnterMap(int members)
    {
        Enter();
        WriteMapHeader(members);
    }

    /// <summary>Begins a case of a union, which comes next; <see cref="Leave"/> ends the union.</summary>
    /// <param name="tag">The case's tag.</param>
    public void EnterUnion(int tag)
    {
        EnterObject(2);
        Int32Codec.Write(ref this, tag);
    }

    /// <summary>Begins a case of a union, which comes next; <see cref="Leave"/> ends the union.</summary>
    /// <param name="name">The case's name, in UTF-8.</param>
    public void EnterUnion(scoped ReadOnlySpan<byte> name)
    {
        EnterObject(2);
        WriteName(name);
    }

    /// <summary>Writes a name: of a member in a map, or of a case of a union.</summary>
    /// <param name="name">The name, in UTF-8.</param>
    public void WriteName(scoped ReadOnlySpan<byte> name) => this.WriteText(name);

    /// <summary>Writes nil.</summary>
    public void WriteNil() => Take(1)[0] = MessagePackCode.Nil;

    /// <summary>Hands what is buffered to the output.</summary>
    public void Flush()
    {
        if (_position > 0)
        {
            _output.Advance(_position);
        }

        // What the output gave may not be used beyond its Advance.
        _span = default;
        _position = 0;
    }

    /// <summary>The output, for who writes to it directly; nothing is buffered before or after.</summary>
    internal IBufferWriter<byte> FlushedOutput()
    {
        Flush();
        return _output;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteArrayHeader(int count)
    {
        if ((uint)count <= MessagePackRange.MaxFixArrayCount)
        {
            Take(1)[0] = (byte)(MessagePackCode.MinFixArray | count);
        }
        else
        {
            WriteLongHeader(MessagePackCode.Array16, count);
        }
    }

    internal void WriteMapHeader(int count)
    {
        if ((uint)count <= MessagePackRange.MaxFixMapCount)
        {
            Take(1)[0] = (byte)(MessagePackCode.MinFixMap | count);
        }
        else
        {
            WriteLongHeader(MessagePackCode.Map16, count);
        }
    }

    // The code for a count of four bytes is always the one after the code for two.
    private void WriteLongHeader(byte code, int count)
    {
        if (count <= ushort.MaxValue)
        {
            this.WriteCoded(code, (ushort)count);
        }
        else
        {
            this.WriteCoded((byte)(code + 1), (uint)count);
        }
    }

    /// <summary>The next bytes of the output, which have to be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Take(int count)
    {
        var span = Room(count);
        _position += count;
        return span;
    }

    /// <summary>The next bytes of the output, which are written only as far as they are taken afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Room(int count)
    {
        if (_span.Length - _position < count)
        {
            Grow(count);
        }

        return _span.Slice(_position, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        Flush();
        _span = _output.GetSpan(count);
    }
}

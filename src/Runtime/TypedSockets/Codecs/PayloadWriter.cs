using System.Buffers;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>The MessagePack package's writer, with the nesting depth counted. Not thread-safe.</summary>
public ref struct PayloadWriter
{
    /// <summary>The package's writer, for codecs.</summary>
    public MessagePackWriter Raw;

    private int _depth;

    /// <summary>Writes to <paramref name="output"/>.</summary>
    /// <param name="output">Where the bytes go; complete after <see cref="Flush"/>.</param>
    public PayloadWriter(IBufferWriter<byte> output) => Raw = new MessagePackWriter(output);

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
        Raw.WriteArrayHeader(members);
    }

    /// <summary>Hands what is buffered to the output.</summary>
    public void Flush() => Raw.Flush();
}

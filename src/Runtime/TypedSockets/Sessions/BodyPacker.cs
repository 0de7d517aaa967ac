using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>
/// Moves the small messages of one lane into blocks, where they lie in the order in which they are written, repeated and freed: a body for each would be touched three
/// times, far apart, and come from memory each time (docs/performance.md). A lane has blocks of its own, because one message keeps its whole block.
/// </summary>
internal sealed class BodyPacker
{
    /// <summary>The most bytes of a message that is copied.</summary>
    public const int MaxBytes = 256;

    private BodyBlock? _filling;
    private BodyBlock? _spare;

    /// <summary>The message with its bytes in a block, or as it was if it is large, shared, or may be taken out from between others.</summary>
    public OutboundMessage Pack(in OutboundMessage message)
    {
        if (message.MayBeTakenOut || message.WindowBytes > MaxBytes || message.Body.Unshared is not { } body)
        {
            return message;
        }

        var packed = message.With(Add(body.Span));
        body.Release();
        return packed;
    }

    /// <summary>Takes a block back that nobody refers to.</summary>
    public void Return(BodyBlock block)
    {
        _filling = ReferenceEquals(_filling, block) ? null : _filling;
        _spare = block;
    }

    private OutboundBody Add(ReadOnlySpan<byte> bytes)
    {
        if (_filling is null || !_filling.TryAdd(bytes, out var part))
        {
            _filling = _spare ?? new BodyBlock(this);
            _spare = null;
            _filling.TryAdd(bytes, out part);
        }

        return part;
    }
}

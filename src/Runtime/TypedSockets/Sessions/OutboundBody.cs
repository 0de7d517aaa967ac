using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>
/// The bytes of a message in the outbox: a body, which every receiver of a broadcast may share, or a part of a <see cref="BodyBlock"/>. Released once, with the
/// session's lock held if it is in the outbox.
/// </summary>
internal readonly struct OutboundBody
{
    // One field for both, because every entry of the outbox pays for it.
    private readonly object? _owner;
    private readonly int _start;

    public OutboundBody(MessageBody body)
    {
        _owner = body;
        Length = body.Length;
    }

    public OutboundBody(BodyBlock block, int start, int length)
    {
        _owner = block;
        _start = start;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlySpan<byte> Span => _owner switch
    {
        BodyBlock block => block.Slice(_start, Length),
        MessageBody body => body.Span,
        _ => default,
    };

    /// <summary>The body, if nobody else refers to it.</summary>
    public MessageBody? Unshared => _owner is MessageBody { IsShared: false } body ? body : null;

    public void Release()
    {
        if (_owner is BodyBlock block)
        {
            block.Release();
        }
        else if (_owner is MessageBody body)
        {
            body.Release();
        }
    }
}

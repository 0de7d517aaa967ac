using System.Runtime.InteropServices;
using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>
/// Messages of one channel in their order, with the arguments of the small ones behind one another in one pooled body: one for each would be touched by the receive
/// loop and by the runner, far apart, and come from memory each time (docs/performance.md). Not thread-safe.
/// </summary>
internal sealed class InboundBatch
{
    // The most bytes of arguments that are copied here.
    private const int MaxPackedBytes = 256;

    // What is worth keeping between two bursts.
    private const int KeptMessages = 64;

    private List<InboundMessage> _messages = [];
    private MessageBody? _packed;

    public int Count => _messages.Count;

    /// <summary>Whether it holds more memory than is worth keeping while nothing comes.</summary>
    public bool IsLarge => _messages.Capacity > KeptMessages;

    public ref readonly InboundMessage this[int index] => ref CollectionsMarshal.AsSpan(_messages)[index];

    /// <summary>The arguments of a message of this batch; valid until it is cleared.</summary>
    public ReadOnlySpan<byte> Arguments(in InboundMessage message) =>
        message.Body is { } body ? body.Span : _packed!.Span.Slice(message.Start, message.Bytes);

    /// <summary>Adds a message with its arguments.</summary>
    public void Add(in InboundMessage message, ReadOnlySpan<byte> arguments)
    {
        if (arguments.Length > MaxPackedBytes)
        {
            _messages.Add(message.With(MessageBody.Copy(arguments)));
            return;
        }

        _messages.Add(message.With(Pack(arguments), arguments.Length));
    }

    /// <summary>Adds all that another batch holds, which is empty afterwards.</summary>
    public void TakeOver(InboundBatch other)
    {
        var start = other._packed is { } packed ? Pack(packed.Span) : 0;
        foreach (ref readonly var message in CollectionsMarshal.AsSpan(other._messages))
        {
            _messages.Add(message.Body is null ? message.With(start + message.Start, message.Bytes) : message);
        }

        other.Clear();
    }

    /// <summary>Forgets the messages, none of which is handled.</summary>
    public void Release()
    {
        foreach (ref readonly var message in CollectionsMarshal.AsSpan(_messages))
        {
            message.Release();
        }

        Clear();
    }

    /// <summary>Forgets the messages; each was released by whoever has handled it.</summary>
    public void Clear()
    {
        _messages.Clear();

        // An idle connection holds no buffer.
        _packed?.Release();
        _packed = null;
    }

    /// <summary>Gives up the memory that a burst has left behind in an empty batch.</summary>
    public void Trim()
    {
        if (IsLarge)
        {
            _messages = [];
        }
    }

    private int Pack(ReadOnlySpan<byte> arguments)
    {
        _packed ??= MessageBody.Rent();
        var start = _packed.Length;
        arguments.CopyTo(_packed.GetSpan(Math.Max(arguments.Length, MessageBodyPool.MaxKeptCapacity - start)));
        _packed.Advance(arguments.Length);
        return start;
    }
}

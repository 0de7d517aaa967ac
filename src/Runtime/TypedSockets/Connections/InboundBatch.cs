using System.Buffers;
using System.Runtime.InteropServices;
using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>
/// Messages of one channel in their order, with the arguments of the small ones behind one another in one pooled buffer: a body for each would be touched by the receive
/// loop and by the runner, far apart, and come from memory each time (docs/performance.md). Not thread-safe.
/// </summary>
internal sealed class InboundBatch
{
    // The most bytes of arguments that are copied here.
    private const int MaxPackedBytes = 256;
    private const int InitialBytes = 1024;

    // What is worth keeping between two bursts.
    private const int KeptMessages = 64;

    private List<InboundMessage> _messages = [];
    private byte[] _bytes = [];
    private int _used;

    public int Count => _messages.Count;

    /// <summary>Whether it holds more memory than is worth keeping while nothing comes.</summary>
    public bool IsLarge => _messages.Capacity > KeptMessages;

    public ref readonly InboundMessage this[int index] => ref CollectionsMarshal.AsSpan(_messages)[index];

    /// <summary>The arguments of a message of this batch; valid until it is cleared.</summary>
    public ReadOnlySpan<byte> Arguments(in InboundMessage message) =>
        message.Body is { } body ? body.Span : _bytes.AsSpan(message.Start, message.Bytes);

    /// <summary>Adds a message with its arguments.</summary>
    public void Add(in InboundMessage message, ReadOnlySpan<byte> arguments)
    {
        if (arguments.Length > MaxPackedBytes)
        {
            _messages.Add(message.With(MessageBody.Copy(arguments)));
            return;
        }

        EnsureRoom(arguments.Length);
        arguments.CopyTo(_bytes.AsSpan(_used));
        _messages.Add(message.With(_used, arguments.Length));
        _used += arguments.Length;
    }

    /// <summary>Adds all that another batch holds, which is empty afterwards.</summary>
    public void TakeOver(InboundBatch other)
    {
        EnsureRoom(other._used);
        other._bytes.AsSpan(0, other._used).CopyTo(_bytes.AsSpan(_used));
        foreach (ref readonly var message in CollectionsMarshal.AsSpan(other._messages))
        {
            _messages.Add(message.Body is null ? message.With(_used + message.Start, message.Bytes) : message);
        }

        _used += other._used;
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
        _used = 0;

        // An idle connection holds no buffer.
        GiveBackBytes();
    }

    /// <summary>Gives up the memory that a burst has left behind in an empty batch.</summary>
    public void Trim()
    {
        if (IsLarge)
        {
            _messages = [];
        }
    }

    private void EnsureRoom(int bytes)
    {
        if (bytes <= _bytes.Length - _used)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(InitialBytes, Math.Max(_used + bytes, _bytes.Length * 2)));
        _bytes.AsSpan(0, _used).CopyTo(larger);
        GiveBackBytes();
        _bytes = larger;
    }

    private void GiveBackBytes()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }
}

using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>The volatile emits that wait for the write that is under way: few, and small together. Callers hold the session's lock.</summary>
internal sealed class VolatileQueue
{
    private readonly Queue<OutboundMessage> _messages = new();
    private long _bytes;

    /// <summary>The size of the next message; 0 if there is none.</summary>
    public int NextBytes => _messages.TryPeek(out var next) ? next.OutboxBytes : 0;

    /// <summary>Adds a message, if there is room.</summary>
    public bool TryAdd(in OutboundMessage message)
    {
        if (_messages.Count >= ProtocolLimits.MaxVolatile || (_messages.Count > 0 && _bytes + message.OutboxBytes > ProtocolLimits.CoalesceBytes))
        {
            return false;
        }

        _messages.Enqueue(message);
        _bytes += message.OutboxBytes;
        return true;
    }

    public bool TryTake(out OutboundMessage message)
    {
        var taken = _messages.TryDequeue(out message);
        _bytes -= taken ? message.OutboxBytes : 0;
        return taken;
    }
}

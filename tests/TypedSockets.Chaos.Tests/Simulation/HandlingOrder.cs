namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What one receiver has handled of one hub: says whether the next message comes in its order.</summary>
internal sealed class HandlingOrder
{
    private int _session = -1;
    private int _last = -1;
    private int _lastInLine = -1;
    private int _lastUrgent = -1;
    private bool _isUsual;

    /// <summary>Notes a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="session">Of which session it is; sessions follow each other.</param>
    /// <returns>False if it comes out of its order.</returns>
    public bool TryNote(SimMessage message, int session)
    {
        if (session > _session)
        {
            _session = session;
            _last = _lastInLine = _lastUrgent = -1;
            _isUsual = false;
        }

        if (session < _session)
        {
            return false;
        }

        if (message.IsUrgent)
        {
            var inOrder = !_isUsual && message.Id > _lastUrgent;
            _lastUrgent = message.Id;
            return inOrder;
        }

        // What is volatile is not carried over, so that nothing needs to go ahead of it.
        _isUsual |= !message.Method.IsVolatile;

        // What replaces an earlier one takes its place, and so goes ahead of those that still wait for room.
        var mayFollow = message.Id > _last || (message.HasWaited && message.Id > _lastInLine);
        _last = Math.Max(_last, message.Id);
        _lastInLine = message.Replaces ? _lastInLine : message.Id;
        return mayFollow;
    }
}

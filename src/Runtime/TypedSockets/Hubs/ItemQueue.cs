using System.Threading.Channels;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>
/// The items of one stream between the receive loop, which adds, and one consumer. What the sender was told to be taken bounds it (docs/protocol/sessions.md).
/// </summary>
internal sealed class ItemQueue
{
    private readonly Lock _gate = new();
    private readonly Channel<MessageBody> _items = Channel.CreateUnbounded<MessageBody>(new UnboundedChannelOptions { SingleReader = true });
    private Action? _wake;
    private long _windowBytes = long.MaxValue;
    private volatile bool _isEnded;
    private uint _received;
    private long _receivedBytes;
    private uint _taken;
    private long _takenBytes;
    private uint _told;
    private long _toldBytes;
    private bool _tellAgain;

    /// <summary>Whether no more items come.</summary>
    public bool IsEnded => _isEnded;

    /// <summary>Connects the queue to its sender. One that is not connected has no bounds.</summary>
    /// <param name="windowBytes">The bytes of untaken items at which the sender stops.</param>
    /// <param name="wake">Lets <see cref="TryTell"/> be asked.</param>
    public void Connect(long windowBytes, Action wake)
    {
        _windowBytes = windowBytes;
        _wake = wake;
    }

    /// <summary>Adds an item. Owns <paramref name="item"/> from here on.</summary>
    /// <returns>False if the sender had no credit for it.</returns>
    public bool TryAdd(MessageBody item)
    {
        lock (_gate)
        {
            var untold = unchecked((int)(_received - _told));
            if (_wake is not null && (untold >= ProtocolLimits.StreamItems || _receivedBytes - _toldBytes >= _windowBytes))
            {
                item.Release();
                return false;
            }

            unchecked
            {
                _received++;
            }

            _receivedBytes += item.Length;
        }

        if (!_items.Writer.TryWrite(item))
        {
            // The stream was given up in this moment.
            item.Release();
        }

        return true;
    }

    /// <summary>No more items come; those that are there are still taken. Only the first call counts.</summary>
    /// <param name="error">What the consumer gets after them; null for the end of the stream.</param>
    public void End(Exception? error)
    {
        _isEnded = true;
        _items.Writer.TryComplete(error);
    }

    /// <summary>Takes the next item, which the caller releases. One consumer at a time.</summary>
    /// <returns>Null at the end of the stream.</returns>
    public async ValueTask<MessageBody?> TakeAsync(CancellationToken cancel)
    {
        while (await _items.Reader.WaitToReadAsync(cancel).ConfigureAwait(false))
        {
            if (TryTake(out var item))
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Takes the next item if it is there.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out MessageBody? item)
    {
        if (!_items.Reader.TryRead(out item))
        {
            return false;
        }

        if (NoteTaken(item.Length))
        {
            _wake?.Invoke();
        }

        return true;
    }

    /// <summary>Gives back the items that nobody takes any more. Called by the consumer.</summary>
    public void Drop()
    {
        End(error: null);
        while (_items.Reader.TryRead(out var item))
        {
            item.Release();
        }
    }

    /// <summary>What the sender was told last may have been lost with its socket.</summary>
    public void TellAgain()
    {
        lock (_gate)
        {
            _tellAgain = _told != 0;
        }
    }

    /// <summary>Reads how many items the sender may have sent in all, modulo 2^32, if it should be told.</summary>
    public bool TryTell(out uint credit)
    {
        lock (_gate)
        {
            var due = !_isEnded && (_tellAgain || IsTellingDue);
            if (due)
            {
                _told = _taken;
                _toldBytes = _takenBytes;
                _tellAgain = false;
            }

            credit = unchecked(_told + ProtocolLimits.StreamItems);
            return due;
        }
    }

    private bool IsTellingDue => unchecked((int)(_taken - _told)) >= ProtocolLimits.StreamItems / 2 || _takenBytes - _toldBytes >= _windowBytes / 2;

    private bool NoteTaken(int bytes)
    {
        lock (_gate)
        {
            var wasDue = IsTellingDue;
            unchecked
            {
                _taken++;
            }

            _takenBytes += bytes;
            return !wasDue && IsTellingDue;
        }
    }
}

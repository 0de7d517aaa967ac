using System.Collections.Concurrent;

namespace TypedSockets.Protocol;

/// <summary>Keeps bodies for reuse together with their buffers, as long as these are small: most messages then rent nothing at all.</summary>
internal static class MessageBodyPool
{
    // A body of a usual message; larger buffers go back to the array pool, so that one burst of large messages pins nothing.
    private const int MaxKeptCapacity = 1024;

    // 4,096 bodies of at most 1 KiB: the pool itself never holds more than 4 MiB.
    private const int MaxKept = 4096;

    private static readonly ConcurrentQueue<MessageBody> Shared = new();
    private static int _kept;

    [ThreadStatic]
    private static MessageBody? _local;

    public static MessageBody Take()
    {
        if (_local is { } local)
        {
            _local = null;
            return local;
        }

        if (Shared.TryDequeue(out var body))
        {
            Interlocked.Decrement(ref _kept);
            return body;
        }

        return new MessageBody();
    }

    public static void Return(MessageBody body)
    {
        if (body.Capacity > MaxKeptCapacity)
        {
            body.DropBuffer();
        }

        if (_local is null)
        {
            _local = body;
        }
        else if (Interlocked.Increment(ref _kept) <= MaxKept)
        {
            Shared.Enqueue(body);
        }
        else
        {
            Interlocked.Decrement(ref _kept);
            body.DropBuffer();
        }
    }
}

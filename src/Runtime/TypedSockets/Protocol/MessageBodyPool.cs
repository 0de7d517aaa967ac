namespace TypedSockets.Protocol;

/// <summary>
/// Keeps bodies for reuse together with their buffers, as long as these are small: most messages then rent nothing at all. A body is often taken by one thread
/// and returned by another, so each thread keeps a few for itself, and trades them with the others by the batch.
/// </summary>
internal static class MessageBodyPool
{
    // A body of a usual message; larger buffers go back to the array pool, so that one burst of large messages pins nothing.
    private const int MaxKeptCapacity = 1024;

    private const int BatchSize = 32;

    // 16,384 bodies, as many as a full outbox holds, of mostly 128 bytes and at most 1 KiB. With fewer, a connection in full flow would allocate a body for each message.
    private const int MaxBatches = 512;

    private static readonly Lock Gate = new();
    private static readonly Stack<MessageBody[]> Full = new();
    private static readonly Stack<MessageBody[]> Empty = new();

    [ThreadStatic]
    private static MessageBody[]? _own;

    [ThreadStatic]
    private static int _count;

    /// <summary>How many bodies are shared, and kept by the calling thread.</summary>
    public static int Count
    {
        get
        {
            lock (Gate)
            {
                return (Full.Count * BatchSize) + _count;
            }
        }
    }

    public static MessageBody Take()
    {
        if (_count == 0 && !TryFetchBatch())
        {
            return new MessageBody();
        }

        var own = _own!;
        var body = own[--_count];
        own[_count] = null!;
        return body;
    }

    public static void Return(MessageBody body)
    {
        if (body.Capacity > MaxKeptCapacity)
        {
            body.DropBuffer();
        }

        var own = _own ??= new MessageBody[2 * BatchSize];
        if (_count == own.Length)
        {
            GiveBatch(own);
        }

        own[_count++] = body;
    }

    private static bool TryFetchBatch()
    {
        MessageBody[]? batch;
        lock (Gate)
        {
            if (!Full.TryPop(out batch))
            {
                return false;
            }
        }

        _own ??= new MessageBody[2 * BatchSize];
        batch.CopyTo(_own, 0);
        _count = BatchSize;
        Array.Clear(batch);
        lock (Gate)
        {
            Empty.Push(batch);
        }

        return true;
    }

    private static void GiveBatch(MessageBody[] own)
    {
        _count -= BatchSize;
        var given = own.AsSpan(_count, BatchSize);
        lock (Gate)
        {
            if (Full.Count < MaxBatches)
            {
                if (!Empty.TryPop(out var batch))
                {
                    batch = new MessageBody[BatchSize];
                }

                given.CopyTo(batch);
                Full.Push(batch);
                given.Clear();
                return;
            }
        }

        foreach (var body in given)
        {
            body.DropBuffer();
        }

        given.Clear();
    }
}

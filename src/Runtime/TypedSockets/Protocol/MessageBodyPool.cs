namespace TypedSockets.Protocol;

/// <summary>
/// Keeps bodies for reuse together with their buffers, as long as these are small: most messages then rent nothing at all. A body is often taken by one thread
/// and returned by another, so each thread keeps a few for itself, and trades them with the others by the batch.
/// </summary>
internal static class MessageBodyPool
{
    /// <summary>
    /// The most bytes of a body that is kept: a usual message, or many small ones together. Larger buffers go back to the array pool, so that one burst of large
    /// messages pins nothing.
    /// </summary>
    public const int MaxKeptCapacity = 1024;

    private const int BatchSize = 32;

    // 16,384 bodies, as many as a full outbox holds, of at most 1 KiB. With fewer, a connection in full flow would allocate a body for each message.
    private const int MaxBatches = 512;

    private static readonly Lock Gate = new();
    private static readonly Stack<MessageBody[]> Full = new();
    private static readonly Stack<MessageBody[]> Empty = new();

    // One object, because each access to what belongs to a thread costs a look-up.
    [ThreadStatic]
    private static Stash? _own;

    /// <summary>How many bodies are shared, and kept by the calling thread.</summary>
    public static int Count
    {
        get
        {
            lock (Gate)
            {
                return (Full.Count * BatchSize) + (_own?.Count ?? 0);
            }
        }
    }

    public static MessageBody Take()
    {
        var own = _own ??= new Stash();
        if (own.Count == 0 && !TryFetchBatch(own))
        {
            return new MessageBody();
        }

        var body = own.Bodies[--own.Count];
        own.Bodies[own.Count] = null!;
        return body;
    }

    public static void Return(MessageBody body)
    {
        if (body.Capacity > MaxKeptCapacity)
        {
            body.DropBuffer();
        }

        var own = _own ??= new Stash();
        if (own.Count == own.Bodies.Length)
        {
            GiveBatch(own);
        }

        own.Bodies[own.Count++] = body;
    }

    private static bool TryFetchBatch(Stash own)
    {
        MessageBody[]? batch;
        lock (Gate)
        {
            if (!Full.TryPop(out batch))
            {
                return false;
            }
        }

        batch.CopyTo(own.Bodies, 0);
        own.Count = BatchSize;
        Array.Clear(batch);
        lock (Gate)
        {
            Empty.Push(batch);
        }

        return true;
    }

    private static void GiveBatch(Stash own)
    {
        own.Count -= BatchSize;
        var given = own.Bodies.AsSpan(own.Count, BatchSize);
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

    private sealed class Stash
    {
        public readonly MessageBody[] Bodies = new MessageBody[2 * BatchSize];
        public int Count;
    }
}

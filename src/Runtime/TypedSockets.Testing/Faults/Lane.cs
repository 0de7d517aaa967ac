using System.Net.Sockets;
using System.Threading.Channels;

namespace TypedSockets.Testing.Faults;

/// <summary>One direction of one connection: reads from its source and writes to its target what the faults let through.</summary>
internal sealed class Lane(ProxiedConnection connection, Socket source, Socket target, DirectionFaults faults)
{
    // Both together bound what is under way, and what a stall holds before its sender feels it: 1 MiB.
    // Many small reads rather than few large ones, so that a delay is as long for a thousand messages a second as for one.
    private const int LargestRead = 4 * 1024;
    private const int LongestQueue = 256;

    private readonly Channel<Chunk> _queue = Channel.CreateBounded<Chunk>(new BoundedChannelOptions(LongestQueue) { SingleReader = true, SingleWriter = true });
    private volatile bool _isSilent = faults.Settings.IsBlackholed;

    public Socket Target => target;

    /// <summary>Whether what is read goes nowhere. Set by the faults alone.</summary>
    public bool IsSilent
    {
        get => _isSilent;
        set => _isSilent = value;
    }

    /// <summary>When the line is free for the next bytes of a throttled direction. Used by the faults alone.</summary>
    public TimeSpan FreeAt { get; set; }

    /// <summary>Whether writing has failed. Used by the connection alone.</summary>
    public bool IsTargetLost { get; set; }

    /// <summary>Whether the target has been told that the source sends no more. Used by the connection alone.</summary>
    public bool IsEndTold { get; set; }

    public void Silence() => faults.Silence(this);

    /// <summary>Runs until the source has ended and the target was told, if it is to be told.</summary>
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(ReadAllAsync(cancel), WriteAllAsync(cancel));

    private async Task ReadAllAsync(CancellationToken cancel)
    {
        var buffer = new byte[LargestRead];
        Chunk chunk;
        do
        {
            chunk = await ReadAsync(buffer, cancel).ConfigureAwait(false);
            await _queue.Writer.WriteAsync(chunk, cancel).ConfigureAwait(false);
        }
        while (!chunk.IsEnd);
        _queue.Writer.Complete();
    }

    private async Task<Chunk> ReadAsync(byte[] buffer, CancellationToken cancel)
    {
        try
        {
            var count = await source.ReceiveAsync(buffer, cancel).ConfigureAwait(false);
            return new Chunk(buffer.AsSpan(0, count).ToArray(), faults.Now);
        }
        catch (SocketException)
        {
            return new Chunk(default, faults.Now, IsReset: true);
        }
    }

    private async Task WriteAllAsync(CancellationToken cancel)
    {
        await foreach (var chunk in _queue.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            if (chunk.IsEnd)
            {
                await EndAsync(chunk, cancel).ConfigureAwait(false);
                continue;
            }

            for (var rest = chunk; !rest.IsEnd;)
            {
                var passage = await faults.NextAsync(this, rest, cancel).ConfigureAwait(false);
                if (!passage.IsSwallowed)
                {
                    await SendAsync(rest.Bytes[..passage.Count], cancel).ConfigureAwait(false);
                }

                if (passage.Cut is { } kind)
                {
                    connection.Cut(kind);
                }

                rest = rest with { Bytes = rest.Bytes[passage.Count..] };
            }
        }
    }

    private async Task EndAsync(Chunk end, CancellationToken cancel)
    {
        var passage = await faults.NextAsync(this, end, cancel).ConfigureAwait(false);
        if (!passage.IsSwallowed)
        {
            connection.SourceEnded(this, end.IsReset);
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await target.SendAsync(bytes, cancel).ConfigureAwait(false)..];
            }
        }
        catch (SocketException)
        {
            connection.TargetLost(this);
        }
    }
}

using Grpc.Core;

namespace Peers.Grpc;

/// <summary>One connection's way out. gRPC allows one write at a time, and a broadcast may meet a reply.</summary>
internal sealed class LoadStream(IServerStreamWriter<Reply> writer) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);

    public async ValueTask WriteAsync(Reply reply)
    {
        await _writing.WaitAsync();
        try
        {
            await writer.WriteAsync(reply);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}

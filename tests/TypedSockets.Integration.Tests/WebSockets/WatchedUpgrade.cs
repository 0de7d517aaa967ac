using Microsoft.AspNetCore.Http.Features;

namespace TypedSockets.Integration.Tests.WebSockets;

/// <summary>What a middleware does that looks at the traffic.</summary>
internal sealed class WatchedUpgrade : IHttpUpgradeFeature
{
    private IHttpUpgradeFeature? _inner;

    public bool IsUpgradableRequest => _inner!.IsUpgradableRequest;

    public int Read { get; private set; }

    public int Written { get; private set; }

    public void Around(IHttpUpgradeFeature inner) => _inner = inner;

    public async Task<Stream> UpgradeAsync() => new Watched(await _inner!.UpgradeAsync(), this);

    private sealed class Watched(Stream inner, WatchedUpgrade seen) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            seen.Read += count;
            return count;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            seen.Written += buffer.Length;
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

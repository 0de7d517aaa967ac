using TypedSockets.Client;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Chaos.Tests.Faults.Kit;

/// <summary>Dials as the client itself does, and overhears what it says first: its id and its secret.</summary>
internal sealed class HelloSpy(Uri address, TypedSocketClientOptions options) : IDialer
{
    private readonly WebSocketDialer _dialer = new(address, options);

    public Uri Address => _dialer.Address;

    public bool HasToken => _dialer.HasToken;

    /// <summary>The frames with the Hellos, in their order.</summary>
    public Record<byte[]> Hellos { get; } = new();

    public async Task<ITransport> DialAsync(TokenReason reason, CancellationToken cancel) =>
        new Overheard(await _dialer.DialAsync(reason, cancel), Hellos);

    public static HelloMessage Read(byte[] bytes)
    {
        var frame = new FrameReader(bytes);
        Assert.True(frame.MoveNext(out var message));
        return HelloMessage.Read(message.Body, ProtocolLimits.Server.MaxChannels);
    }

    private sealed class Overheard(ITransport inner, Record<byte[]> hellos) : ITransport
    {
        private bool _heard;

        public TransportClose? PeerClose => inner.PeerClose;

        public ValueTask<bool> ReceiveAsync(FrameBuffer buffer, int maxBytes, CancellationToken cancel) => inner.ReceiveAsync(buffer, maxBytes, cancel);

        public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
        {
            if (!_heard)
            {
                _heard = true;
                hellos.Add(frame.ToArray());
            }

            return inner.SendAsync(frame, cancel);
        }

        public ValueTask CloseAsync(SocketCloseCode code, string reason, CancellationToken cancel) => inner.CloseAsync(code, reason, cancel);

        public void Abort() => inner.Abort();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

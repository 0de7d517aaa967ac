using System.Net.Sockets;

namespace TypedSockets.Testing.Tests.Faults;

/// <summary>One end of a real TCP connection.</summary>
public sealed class TcpEnd(Socket socket) : IDisposable
{
    // Only what must happen is waited for, so a test that passes never waits as long.
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    public Task SendAsync(params byte[] bytes) => SendAllAsync(bytes).WaitAsync(Limit);

    /// <summary>Sends until all is taken or the connection breaks.</summary>
    public async Task SendUntilCutAsync(byte[] bytes)
    {
        try
        {
            await SendAllAsync(bytes);
        }
        catch (SocketException)
        {
            // Cut.
        }
    }

    public async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = await socket.ReceiveAsync(bytes.AsMemory(read)).AsTask().WaitAsync(Limit);
            Assert.True(more > 0, $"The stream has ended after {read} of {count} bytes.");
            read += more;
        }

        return bytes;
    }

    public async Task<(byte[] Bytes, StreamEnd End)> ReadToEndAsync()
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer).WaitAsync(Limit) is > 0 and var count)
            {
                bytes.Write(buffer, 0, count);
            }

            return (bytes.ToArray(), StreamEnd.Finished);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionReset)
        {
            return (bytes.ToArray(), StreamEnd.Reset);
        }
    }

    /// <summary>Reads to the end, and asserts what came and how it ended.</summary>
    public async Task AssertEndAsync(StreamEnd end, params byte[] bytes)
    {
        var received = await ReadToEndAsync();

        Assert.Equal(bytes, received.Bytes);
        Assert.Equal(end, received.End);
    }

    public void Finish() => socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    public void Dispose() => socket.Dispose();

    private async Task SendAllAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Load.Wires;

namespace Load.Sockets;

/// <summary>One socket of the generator. Its bytes are a <see cref="Wires.Wire"/>'s business.</summary>
internal sealed unsafe class Connection
{
    private readonly EventLoop _loop;
    private byte[] _output = [];
    private int _outputLength;
    private int _outputSent;
    private byte[] _rest = [];
    private int _restLength;
    private bool _connected;
    private bool _isNoted;

    /// <summary>Begins to connect.</summary>
    /// <param name="loop">Who watches it.</param>
    /// <param name="port">The server's, on 127.0.0.1.</param>
    /// <param name="wire">Its bytes.</param>
    /// <param name="receiveBytes">The size of the kernel's buffer, or 0 for what is usual.</param>
    public Connection(EventLoop loop, int port, Wire wire, int receiveBytes = 0)
    {
        _loop = loop;
        Wire = wire;
        Handle = Libc.Socket(Libc.AfInet, Libc.SockStream | Libc.NonBlock, 0);
        if (Handle < 0)
        {
            throw new IOException($"socket: error {Marshal.GetLastPInvokeError()}");
        }

        SetOption(level: 6, name: 1, value: 1); // TCP_NODELAY
        if (receiveBytes > 0)
        {
            SetOption(level: 1, name: 8, value: receiveBytes); // SO_RCVBUF
        }

        var address = new Libc.InternetAddress
        {
            Family = Libc.AfInet,
            Port = BinaryPrimitives.ReverseEndianness((ushort)port),
            Address = BinaryPrimitives.ReverseEndianness(0x7F000001u),
        };
        if (Libc.Connect(Handle, &address, sizeof(Libc.InternetAddress)) != 0 && Marshal.GetLastPInvokeError() != Libc.InProgress)
        {
            throw new IOException($"connect: error {Marshal.GetLastPInvokeError()}");
        }

        wire.Attach(this);
        loop.Add(this);
    }

    public int Handle { get; }

    public Wire Wire { get; }

    /// <summary>Whatever a scenario wants to remember of it.</summary>
    public long Note { get; set; }

    public long BytesSent { get; private set; }

    public long BytesReceived { get; private set; }

    /// <summary>Whether it has stopped reading, to be the slow one.</summary>
    public bool IsDeaf { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>Whether it has said goodbye: nothing is sent any more.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>Room for bytes that go out after what is being handled.</summary>
    public Span<byte> Reserve(int count)
    {
        if (_outputLength + count > _output.Length)
        {
            Array.Resize(ref _output, Math.Max(2 * _output.Length, _outputLength + Math.Max(count, 512)));
        }

        return _output.AsSpan(_outputLength, count);
    }

    /// <summary>Takes the reserved bytes into account.</summary>
    public void Advance(int count)
    {
        if (IsLeaving)
        {
            return;
        }

        _outputLength += count;
        if (!_isNoted)
        {
            _isNoted = true;
            _loop.NoteOutput(this);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Called when the socket has something, or has room.</summary>
    public void Ready(int events, byte* input)
    {
        if (!_connected)
        {
            _connected = true;
            _loop.Watch(this, forRoom: false);
            Wire.Open();
        }

        if ((events & Libc.EpollOut) != 0 && _outputSent < _outputLength)
        {
            Flush();
        }

        if ((events & ~Libc.EpollOut) != 0)
        {
            if (IsDeaf)
            {
                Closed();
                return;
            }

            Read(input);
        }
    }

    public void Flush()
    {
        _isNoted = false;
        if (IsClosed || !_connected)
        {
            return;
        }

        fixed (byte* bytes = _output)
        {
            var sent = Libc.Send(Handle, bytes + _outputSent, _outputLength - _outputSent, Libc.NoSignal);
            if (sent < 0)
            {
                if (Marshal.GetLastPInvokeError() != Libc.Again)
                {
                    Closed();
                    return;
                }

                sent = 0;
            }

            BytesSent += sent;
            _outputSent += (int)sent;
        }

        if (_outputSent == _outputLength)
        {
            _outputSent = _outputLength = 0;
        }
        else
        {
            _loop.Watch(this, forRoom: true);
        }
    }

    /// <summary>Stops reading, for good.</summary>
    public void GoDeaf()
    {
        IsDeaf = true;
        _loop.Watch(this, forRoom: false);
    }

    /// <summary>Says goodbye, and waits for the server to close.</summary>
    public void Leave()
    {
        if (IsDeaf || !Wire.Leave())
        {
            Cut();
        }

        IsLeaving = true;
    }

    /// <summary>Resets the connection, as a line that is lost.</summary>
    public void Cut()
    {
        if (!IsClosed)
        {
            IsClosed = true;
            _loop.Remove(this);
            var linger = new Libc.Linger { On = 1, Seconds = 0 };
            Libc.SetOption(Handle, 1, 13, &linger, sizeof(Libc.Linger)); // SO_LINGER of 0 s: RST
            Libc.Close(Handle);
        }
    }

    private void Read(byte* input)
    {
        var whole = new Span<byte>(input, EventLoop.InputBytes);
        _rest.AsSpan(0, _restLength).CopyTo(whole);
        var received = Libc.Receive(Handle, input + _restLength, EventLoop.InputBytes - _restLength, 0);
        if (received <= 0)
        {
            if (received == 0 || Marshal.GetLastPInvokeError() != Libc.Again)
            {
                Closed();
            }

            return;
        }

        BytesReceived += received;
        var bytes = whole[..(_restLength + (int)received)];
        var read = Wire.Read(bytes);
        Keep(bytes[read..]);
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > _rest.Length)
        {
            _rest = new byte[Math.Max(rest.Length, 1024)];
        }

        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }

    private void Closed()
    {
        Cut();
        if (!IsLeaving)
        {
            Wire.Load.Closed(this);
        }
    }

    private void SetOption(int level, int name, int value) => Libc.SetOption(Handle, level, name, &value, sizeof(int));
}

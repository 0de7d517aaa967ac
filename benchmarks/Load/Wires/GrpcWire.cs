using System.Buffers.Binary;
using System.Text;

namespace Load.Wires;

/// <summary>
/// gRPC over HTTP/2 without TLS (RFC 9113): one bidirectional stream a connection. Headers go uncompressed (RFC 7541, literals that are not indexed), and those that come are not read.
/// </summary>
internal sealed class GrpcWire(ILoad load) : Wire(load)
{
    private const int HeaderBytes = 9;
    private const uint LargestWindow = int.MaxValue;
    private static readonly byte[] OneCall = Request(kind: 0, withArguments: true);
    private static readonly byte[] OneEmit = Request(kind: 1, withArguments: true);
    private static readonly byte[] OnePublish = Request(kind: 2, withArguments: false);

    private readonly List<byte> _message = [];
    private int _unannounced;
    private bool _isOpen;

    public override void Open()
    {
        Connection.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        WriteFrame(type: 4, flags: 0, stream: 0, [0, 4, .. BigEndian(LargestWindow)]);
        WriteFrame(type: 8, flags: 0, stream: 0, BigEndian(LargestWindow - 65535));
        List<byte> headers = [0x83, 0x86];
        Literal(headers, [0x04], "/load.Load/Connect");
        Literal(headers, [0x01], "127.0.0.1");
        Literal(headers, [0x00, .. Text("content-type")], "application/grpc");
        Literal(headers, [0x00, .. Text("te")], "trailers");
        WriteFrame(type: 1, flags: 4, stream: 1, [.. headers]);
    }

    public override void Call() => Connection.Write(OneCall);

    public override void Emit(int count) => Connection.Write(OneEmit);

    public override void Publish() => Connection.Write(OnePublish);

    // x is the count, y the size.
    public override void Push(int count, int bytes)
    {
        List<byte> message = [0x08, 3, 0x18];
        for (var rest = (uint)count; ; rest >>= 7)
        {
            message.Add((byte)(rest < 0x80 ? rest : rest | 0x80));
            if (rest < 0x80)
            {
                break;
            }
        }

        message.Add(0x21);
        message.AddRange(BitConverter.GetBytes((double)bytes));
        Connection.Write(Data([.. message]));
    }

    public override int Read(ReadOnlySpan<byte> bytes)
    {
        var read = 0;
        while (bytes.Length - read >= HeaderBytes)
        {
            var header = bytes[read..];
            var length = (header[0] << 16) | (header[1] << 8) | header[2];
            if (header.Length < HeaderBytes + length)
            {
                break;
            }

            Frame(header[3], header[4], header.Slice(HeaderBytes, length));
            read += HeaderBytes + length;
        }

        return read;
    }

    private static byte[] Request(byte kind, bool withArguments)
    {
        List<byte> message = [0x08, kind];
        if (withArguments)
        {
            message.AddRange([0x12, 16, .. Encoding.UTF8.GetBytes(Player), 0x18, (X & 0x7F) | 0x80, ((X >> 7) & 0x7F) | 0x80, X >> 14, 0x21]);
            message.AddRange(BitConverter.GetBytes(Y));
        }

        return Data([.. message]);
    }

    private static byte[] Data(byte[] message) => Frame(type: 0, flags: 0, stream: 1, [0, .. BigEndian((uint)message.Length), .. message]);

    private static byte[] Frame(byte type, byte flags, uint stream, ReadOnlySpan<byte> payload) =>
        [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, .. BigEndian(stream), .. payload];

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static void Literal(List<byte> headers, ReadOnlySpan<byte> name, string value)
    {
        headers.AddRange(name);
        headers.AddRange(Text(value));
    }

    private void WriteFrame(byte type, byte flags, uint stream, ReadOnlySpan<byte> payload) => Connection.Write(Frame(type, flags, stream, payload));

    private void Frame(byte type, byte flags, ReadOnlySpan<byte> payload)
    {
        switch (type)
        {
            case 0:
                Received(payload);
                break;
            case 1:
                Headers(flags);
                break;
            case 3 or 7:
                throw new IOException($"gRPC gives up: HTTP/2 frame {type}, code {BinaryPrimitives.ReadUInt32BigEndian(payload[(type == 3 ? 0 : 4)..])}");
            case 4 when (flags & 1) == 0:
                WriteFrame(type: 4, flags: 1, stream: 0, []);
                break;
            case 6 when (flags & 1) == 0:
                WriteFrame(type: 6, flags: 1, stream: 0, payload);
                break;
        }
    }

    private void Headers(byte flags)
    {
        if ((flags & 1) != 0)
        {
            throw new IOException("gRPC has ended the stream.");
        }

        if (!_isOpen)
        {
            _isOpen = true;
            Load.Opened(Connection);
        }
    }

    private void Received(ReadOnlySpan<byte> data)
    {
        _unannounced += data.Length;
        if (_unannounced > 16 << 20)
        {
            WriteFrame(type: 8, flags: 0, stream: 0, BigEndian((uint)_unannounced));
            WriteFrame(type: 8, flags: 0, stream: 1, BigEndian((uint)_unannounced));
            _unannounced = 0;
        }

        if (_message.Count > 0)
        {
            _message.AddRange(data);
            byte[] joined = [.. _message];
            _message.Clear();
            data = joined;
        }

        while (data.Length >= 5 && BinaryPrimitives.ReadInt32BigEndian(data[1..]) is var length && data.Length >= 5 + length)
        {
            Note(data.Slice(5, length));
            data = data[(5 + length)..];
        }

        _message.AddRange(data);
    }

    // The reply of a call begins with its text (field 1), an event is bytes (field 4).
    private void Note(ReadOnlySpan<byte> message)
    {
        if (message[0] == 0x0A)
        {
            Load.Replied(Connection);
        }
        else
        {
            Load.Came(Connection);
        }
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Load.Wires;

/// <summary>A client of a WebSocket (RFC 6455): the upgrade, frames from the server, masked frames to it.</summary>
internal abstract class WebSocketWire(ILoad load) : Wire(load)
{
    protected const byte Text = 0x81;
    protected const byte Binary = 0x82;
    private const uint Mask = 0x3D21FA37;
    private const int MaxHeader = 14;
    private static readonly ulong LongMask = Mask | ((ulong)Mask << 32);

    private readonly List<byte> _parts = [];
    private bool _upgraded;

    protected virtual string Path => "/ws";

    protected virtual string? SubProtocol => null;

    public sealed override void Open()
    {
        var protocol = SubProtocol is { } name ? $"Sec-WebSocket-Protocol: {name}\r\n" : "";
        Connection.Write(Encoding.ASCII.GetBytes(
            $"GET {Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n{protocol}" +
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
    }

    // Status 1000.
    public override bool Leave()
    {
        Send(0x88, [0x03, 0xE8]);
        return true;
    }

    public sealed override int Read(ReadOnlySpan<byte> bytes)
    {
        var read = 0;
        if (!_upgraded)
        {
            var end = bytes.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return 0;
            }

            if (!bytes.StartsWith("HTTP/1.1 101"u8))
            {
                throw new IOException($"The upgrade was refused: {Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 200)])}");
            }

            _upgraded = true;
            read = end + 4;
            Upgraded();
        }

        while (TryReadFrame(bytes[read..], out var opcode, out var payload, out var length))
        {
            Received(opcode, payload);
            read += length;
        }

        return read;
    }

    /// <summary>The socket is open.</summary>
    protected abstract void Upgraded();

    /// <summary>A message came.</summary>
    protected abstract void Received(ReadOnlySpan<byte> message);

    /// <summary>Sends a message.</summary>
    protected void Send(byte opcode, ReadOnlySpan<byte> message)
    {
        var to = Connection.Reserve(MaxHeader + message.Length);
        to[0] = opcode;
        var header = 6;
        if (message.Length < 126)
        {
            to[1] = (byte)(0x80 | message.Length);
        }
        else
        {
            to[1] = 0x80 | 126;
            BinaryPrimitives.WriteUInt16BigEndian(to[2..], checked((ushort)message.Length));
            header = 8;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(to[(header - 4)..], Mask);
        Cover(message, to[header..]);
        Connection.Advance(header + message.Length);
    }

    private static void Cover(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var i = 0;
        for (; i + 8 <= from.Length; i += 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(to[i..], BinaryPrimitives.ReadUInt64LittleEndian(from[i..]) ^ LongMask);
        }

        for (; i < from.Length; i++)
        {
            to[i] = (byte)(from[i] ^ (byte)(Mask >> (8 * (i & 3))));
        }
    }

    private static bool TryReadFrame(ReadOnlySpan<byte> bytes, out byte opcode, out ReadOnlySpan<byte> payload, out int length)
    {
        payload = default;
        opcode = 0;
        length = 0;
        if (bytes.Length < 2)
        {
            return false;
        }

        opcode = bytes[0];
        var count = (int)bytes[1];
        var header = 2;
        if (count >= 126)
        {
            header = count == 126 ? 4 : 10;
            if (bytes.Length < header)
            {
                return false;
            }

            count = header == 4 ? BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) : checked((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]));
        }

        length = header + count;
        if (bytes.Length < length)
        {
            return false;
        }

        payload = bytes.Slice(header, count);
        return true;
    }

    private void Received(byte opcode, ReadOnlySpan<byte> payload)
    {
        switch (opcode)
        {
            case 0x89:
                Send(0x8A, payload);
                break;
            case 0x88 when Connection.IsLeaving:
                Connection.Cut();
                break;
            case 0x88:
                throw new IOException($"The server closes: {(payload.Length < 2 ? 1005 : BinaryPrimitives.ReadUInt16BigEndian(payload))} {Encoding.UTF8.GetString(payload.Length < 2 ? default : payload[2..])}");
            case 0x00 or 0x01 or 0x02:
                _parts.AddRange(payload);
                break;
            case 0x80:
                _parts.AddRange(payload);
                Received(CollectionsMarshal.AsSpan(_parts));
                _parts.Clear();
                break;
            default:
                Received(payload);
                break;
        }
    }
}

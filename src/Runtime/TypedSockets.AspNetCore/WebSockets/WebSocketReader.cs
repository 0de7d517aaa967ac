using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.WebSockets;

/// <summary>
/// Takes the frames of a client apart (RFC 6455, 5), as its bytes come: it keeps where it stands, and no byte. Not thread-safe.
/// </summary>
internal sealed class WebSocketReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Of the frame that is being read.
    private bool _inFrame;
    private bool _isFinal;
    private long _left;
    private uint _mask;

    // Of the message, which may have several.
    private bool _inMessage;
    private bool _isText;
    private bool _isRefused;

    /// <summary>What a <see cref="WebSocketPart.Ping"/> carries, to be sent back.</summary>
    public byte[] Ping { get; private set; } = [];

    /// <summary>Why the client closed, after <see cref="WebSocketPart.Close"/>.</summary>
    public TransportClose Close { get; private set; } = TransportClose.Lost;

    /// <summary>Whether the bytes make no sense any more: there is no way to find the next frame in them.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Reads on until something is whole.</summary>
    /// <param name="bytes">What was received; afterwards, what is left of it.</param>
    /// <param name="buffer">Gets the message's bytes, after those it holds.</param>
    /// <param name="maxBytes">The longest message.</param>
    /// <exception cref="ProtocolException">What comes is malformed, not binary, or too long.</exception>
    public WebSocketPart Read(ref ReadOnlySequence<byte> bytes, FrameBuffer buffer, int maxBytes) =>
        !_inMessage && TryTakeWhole(ref bytes, buffer, maxBytes) ? WebSocketPart.Message : ReadParts(ref bytes, buffer, maxBytes);

    private WebSocketPart ReadParts(ref ReadOnlySequence<byte> bytes, FrameBuffer buffer, int maxBytes)
    {
        while (true)
        {
            if (_inFrame)
            {
                TakePayload(ref bytes, buffer);
                if (_left > 0)
                {
                    return WebSocketPart.None;
                }

                _inFrame = false;
                if (_isFinal && EndMessage())
                {
                    return WebSocketPart.Message;
                }
            }

            if (!TryReadHeader(bytes, out var header) || (header.IsControl && bytes.Length < header.Size + header.PayloadLength))
            {
                return WebSocketPart.None;
            }

            bytes = bytes.Slice(header.Size);
            if (!header.IsControl)
            {
                Begin(header, buffer.Length, maxBytes);
            }
            else if (ReadControl(header, ref bytes) is var part and not WebSocketPart.None)
            {
                return part;
            }
        }
    }

    // What most of what comes is: a small message in one frame that lies in one piece. All else, also what is malformed, is left to the rest of the reader.
    private static bool TryTakeWhole(ref ReadOnlySequence<byte> bytes, FrameBuffer buffer, int maxBytes)
    {
        var first = bytes.FirstSpan;
        if (!WebSocketFrameHeader.TryReadSmall(first, out var mask, out var length) || length > maxBytes - buffer.Length)
        {
            return false;
        }

        Masking.Remove(first.Slice(WebSocketFrameHeader.SmallSize, length), buffer.Reserve(length), mask);
        buffer.Advance(length);
        bytes = bytes.Slice(WebSocketFrameHeader.SmallSize + length);
        return true;
    }

    private bool TryReadHeader(in ReadOnlySequence<byte> bytes, out WebSocketFrameHeader header)
    {
        try
        {
            return WebSocketFrameHeader.TryRead(bytes, out header);
        }
        catch (ProtocolException)
        {
            IsBroken = true;
            throw;
        }
    }

    private ProtocolException Broken(string problem)
    {
        IsBroken = true;
        return WebSocketErrors.Malformed(problem);
    }

    private void Begin(in WebSocketFrameHeader header, int lengthSoFar, int maxBytes)
    {
        if (_inMessage != (header.Opcode == WebSocketOpcode.Continuation))
        {
            throw Broken(_inMessage ? "a WebSocket message begins within another" : "a WebSocket message continues that has not begun");
        }

        (_inFrame, _inMessage) = (true, true);
        (_isFinal, _left, _mask) = (header.IsFinal, header.PayloadLength, header.Mask);
        _isText |= header.Opcode == WebSocketOpcode.Text;
        if (!_isRefused && header.PayloadLength > maxBytes - lengthSoFar)
        {
            // Its rest is read and forgotten: behind it comes the client's answer to our close.
            _isRefused = true;
            throw ProtocolErrors.FrameTooLarge(maxBytes);
        }
    }

    private void TakePayload(ref ReadOnlySequence<byte> bytes, FrameBuffer buffer)
    {
        var payload = bytes.Slice(0, Math.Min(_left, bytes.Length));
        if (!_isRefused)
        {
            foreach (var piece in payload)
            {
                _mask = Masking.Remove(piece.Span, buffer.Reserve(piece.Length), _mask);
                buffer.Advance(piece.Length);
            }
        }

        _left -= payload.Length;
        bytes = bytes.Slice(payload.End);
    }

    // False if it was refused when it began.
    private bool EndMessage()
    {
        var (isText, isRefused) = (_isText, _isRefused);
        _inMessage = _isText = _isRefused = false;
        if (isText && !isRefused)
        {
            throw ProtocolErrors.NotBinary();
        }

        return !isRefused;
    }

    private WebSocketPart ReadControl(in WebSocketFrameHeader header, ref ReadOnlySequence<byte> bytes)
    {
        var payload = bytes.Slice(0, header.PayloadLength).ToArray();
        bytes = bytes.Slice(header.PayloadLength);
        Masking.Remove(payload, payload, header.Mask);
        switch (header.Opcode)
        {
            case WebSocketOpcode.Ping:
                Ping = payload;
                return WebSocketPart.Ping;
            case WebSocketOpcode.Close:
                Close = ReadClose(payload);
                return WebSocketPart.Close;
            default:
                return WebSocketPart.None;
        }
    }

    private TransportClose ReadClose(byte[] payload)
    {
        const int noStatus = 1005;
        if (payload.Length == 0)
        {
            return new TransportClose(noStatus, "");
        }

        try
        {
            var code = payload.Length >= sizeof(ushort) ? BinaryPrimitives.ReadUInt16BigEndian(payload) : 0;
            return IsCloseCode(code)
                ? new TransportClose(code, Strict.GetString(payload.AsSpan(sizeof(ushort))))
                : throw Broken("a WebSocket close frame has no valid code");
        }
        catch (DecoderFallbackException)
        {
            throw Broken("a WebSocket close frame's reason is not UTF-8");
        }
    }

    // RFC 6455, 7.4: what may be sent, with those that were registered since.
    private static bool IsCloseCode(int code) =>
        code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}

using System.Buffers;
using System.Text;
using TypedSockets.AspNetCore.WebSockets;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Integration.Tests.WebSockets;

/// <summary>RFC 6455, section 5, from the bytes.</summary>
public sealed class WebSocketReaderTests : IDisposable
{
    private const int MaxBytes = 100_000;

    private readonly WebSocketReader _reader = new();
    private readonly FrameBuffer _buffer = new();

    public static TheoryData<string, string> Malformed() => new()
    {
        { "C281000000 00AA", "a WebSocket frame uses an extension that was not agreed on" },
        { "928100000000AA", "a WebSocket frame uses an extension that was not agreed on" },
        { "838100000000AA", "a WebSocket frame has an unknown opcode" },
        { "8B8000000000", "a WebSocket frame has an unknown opcode" },
        { "8201AA", "a WebSocket frame is not masked" },
        { "098000000000", "a WebSocket control frame is too long or in parts" },
        { "89FE007E00000000", "a WebSocket control frame is too long or in parts" },
        { "82FE007D00000000", "a WebSocket frame's length is not written as it must be" },
        { "82FF000000000000FFFF00000000", "a WebSocket frame's length is not written as it must be" },
        { "82FFFFFFFFFFFFFFFFFF00000000", "a WebSocket frame's length is not written as it must be" },
        { "808000000000", "a WebSocket message continues that has not begun" },
        { "028000000000828000000000", "a WebSocket message begins within another" },
        { "88810000000003", "a WebSocket close frame has no valid code" },
        { "88820000000003ED", "a WebSocket close frame has no valid code" },
        { "8882000000000000", "a WebSocket close frame has no valid code" },
        { "88830000000003E8FF", "a WebSocket close frame's reason is not UTF-8" },
    };

    public static TheoryData<int> Lengths() => [0, 1, 125, 126, 127, 4095, 4096, 65_535, 65_536, MaxBytes];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_the_RFC_forbids_is_refused_with_1002(string hex, string problem)
    {
        var error = Assert.Throws<ProtocolException>(() => ReadAll(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));
        Assert.Equal((1002, problem), ((int)error.CloseCode, error.Message));
        Assert.True(_reader.IsBroken);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_message_of_any_length_arrives_as_it_was_sent(int length)
    {
        var message = Bytes(length);
        Assert.Equal(message, Assert.Single(ReadAll(ClientFrames.Message(message))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void However_the_bytes_are_cut_the_same_messages_arrive(int piece)
    {
        byte[][] messages = [Bytes(1), Bytes(0), Bytes(200), Bytes(3000)];
        byte[] bytes = [.. messages.SelectMany(ClientFrames.Message)];
        Assert.Equal(messages, ReadAll([.. bytes.Chunk(piece)]));
    }

    [Fact]
    public void A_message_may_come_in_fragments_with_control_frames_between()
    {
        byte[] bytes =
        [
            .. ClientFrames.Frame(ClientFrames.Binary, [1, 2]),
            .. ClientFrames.Frame(ClientFrames.Final | ClientFrames.Pong, [9]),
            .. ClientFrames.Frame(ClientFrames.Continuation, []),
            .. ClientFrames.Frame(ClientFrames.Final | ClientFrames.Continuation, [3]),
            .. ClientFrames.Message([4]),
        ];
        Assert.Equal([[1, 2, 3], [4]], ReadAll(bytes));
    }

    [Fact]
    public void A_ping_is_told_in_the_middle_of_a_message_with_what_it_carries()
    {
        var bytes = Sequence(
            [.. ClientFrames.Frame(ClientFrames.Binary, [1]), .. ClientFrames.Frame(ClientFrames.Final | ClientFrames.Ping, [7, 8]), .. ClientFrames.Frame(ClientFrames.Final, [2])]);
        Assert.Equal(WebSocketPart.Ping, _reader.Read(ref bytes, _buffer, MaxBytes));
        Assert.Equal([7, 8], _reader.Ping);
        Assert.Equal(WebSocketPart.Message, _reader.Read(ref bytes, _buffer, MaxBytes));
        Assert.Equal([1, 2], _buffer.Frame.ToArray());
    }

    [Fact]
    public void A_text_message_is_refused_once_and_what_follows_is_read()
    {
        byte[] bytes = [.. ClientFrames.Frame(ClientFrames.Text, [65]), .. ClientFrames.Frame(ClientFrames.Final, [66]), .. ClientFrames.Message([1])];
        var rest = Sequence(bytes);
        var error = Assert.Throws<ProtocolException>(() => _reader.Read(ref rest, _buffer, MaxBytes));
        Assert.Equal(SocketCloseCode.ProtocolError, error.CloseCode);
        _buffer.Reset();
        Assert.Equal(WebSocketPart.Message, _reader.Read(ref rest, _buffer, MaxBytes));
        Assert.Equal([1], _buffer.Frame.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_message_over_the_limit_is_refused_before_it_has_come_and_the_close_behind_it_is_found(bool inFragments)
    {
        byte[] first = inFragments ? ClientFrames.Frame(ClientFrames.Binary, Bytes(MaxBytes)) : [];
        var second = ClientFrames.Frame(ClientFrames.Final | (inFragments ? ClientFrames.Continuation : ClientFrames.Binary), Bytes(inFragments ? 1 : MaxBytes + 1));
        var header = Math.Min(14, second.Length - 1);
        var start = Sequence([.. first, .. second[..header]]);
        var error = Assert.Throws<ProtocolException>(() => _reader.Read(ref start, _buffer, MaxBytes));
        Assert.Equal(SocketCloseCode.TooLarge, error.CloseCode);
        Assert.True(_buffer.Length <= MaxBytes);
        _buffer.Reset();
        var rest = Sequence([.. start.ToArray(), .. second[header..], .. ClientFrames.CloseFrame(1000, [])]);
        Assert.Equal(WebSocketPart.Close, _reader.Read(ref rest, _buffer, MaxBytes));
        Assert.Equal(0, _buffer.Length);
    }

    [Theory]
    [InlineData(1000, "")]
    [InlineData(1013, "später")]
    [InlineData(3000, "ok")]
    [InlineData(4999, "last")]
    public void The_clients_close_is_kept(int code, string reason)
    {
        var bytes = Sequence(ClientFrames.CloseFrame(code, Encoding.UTF8.GetBytes(reason)));
        Assert.Equal(WebSocketPart.Close, _reader.Read(ref bytes, _buffer, MaxBytes));
        Assert.Equal(new TransportClose(code, reason), _reader.Close);
    }

    [Fact]
    public void A_close_without_a_code_is_1005()
    {
        var bytes = Sequence(ClientFrames.Frame(ClientFrames.Final | ClientFrames.Close, []));
        Assert.Equal(WebSocketPart.Close, _reader.Read(ref bytes, _buffer, MaxBytes));
        Assert.Equal(1005, _reader.Close.Code);
    }

    [Fact]
    public void Random_bytes_are_messages_or_an_error_and_never_anything_else()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            if (bytes.Length > 1 && round % 2 == 0)
            {
                (bytes[0], bytes[1]) = ((byte)(bytes[0] & 0x8F), (byte)(bytes[1] | 0x80));
            }

            var rest = Sequence([.. bytes.Chunk(1 + (round % 7))]);
            var reader = new WebSocketReader();
            try
            {
                while (reader.Read(ref rest, _buffer, 30) is not (WebSocketPart.None or WebSocketPart.Close))
                {
                    _buffer.Reset();
                }
            }
            catch (ProtocolException)
            {
            }

            Assert.True(_buffer.Length <= 30);
            _buffer.Reset();
        }
    }

    public void Dispose() => _buffer.GiveBack();

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static ReadOnlySequence<byte> Sequence(params byte[][] pieces) => Pieces.Of(pieces);

    // What is not used yet stays, as it does in a pipe.
    private List<byte[]> ReadAll(params byte[][] pieces)
    {
        var found = new List<byte[]>();
        byte[] left = [];
        foreach (var piece in pieces)
        {
            var bytes = Sequence(left, piece);
            while (_reader.Read(ref bytes, _buffer, MaxBytes) == WebSocketPart.Message)
            {
                found.Add(_buffer.Frame.ToArray());
                _buffer.Reset();
            }

            left = bytes.ToArray();
        }

        Assert.Empty(left);
        return found;
    }
}

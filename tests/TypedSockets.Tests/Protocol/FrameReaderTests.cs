using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class FrameReaderTests
{
    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("80")]
    [InlineData("C0")]
    public void Another_version_is_refused_with_its_own_code(string hex) =>
        Assert.Equal(SocketCloseCode.Version, Refused(hex).CloseCode);

    [Theory]
    [InlineData("44")]
    [InlineData("48")]
    [InlineData("50")]
    [InlineData("60")]
    [InlineData("7C")]
    public void A_reserved_flag_is_refused(string hex) =>
        Assert.Equal(SocketCloseCode.ProtocolError, Refused(hex).CloseCode);

    [Theory]
    [InlineData("40", false, false)]
    [InlineData("410500", true, false)]
    [InlineData("420600", false, true)]
    [InlineData("4305000600", true, true)]
    public void The_flags_say_which_numbers_follow(string hex, bool hasSequence, bool hasAck)
    {
        var frame = new FrameReader(Convert.FromHexString(hex));
        Assert.Equal((hasSequence, hasAck), (frame.HasSequence, frame.HasAck));
        Assert.Equal(hasSequence ? 5 : 0, frame.Sequence);
        Assert.Equal(hasAck ? 6 : 0, frame.Ack);
        Assert.False(frame.MoveNext(out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("41")]
    [InlineData("4101")]
    [InlineData("42")]
    [InlineData("430100")]
    [InlineData("43010001")]
    public void A_header_that_is_cut_off_is_refused(string hex) =>
        Assert.Contains("header", Refused(hex).Message, StringComparison.Ordinal);

    [Fact]
    public void The_bits_of_a_messages_head_are_told_apart()
    {
        var frame = new FrameReader(Convert.FromHexString("40" + "0500" + "2500" + "4500" + "8500" + "FF00"));
        Assert.Equal((MessageKind.Emit, true, false, false), Next(ref frame));
        Assert.Equal((MessageKind.Emit, false, false, false), Next(ref frame));
        Assert.Equal((MessageKind.Emit, true, true, false), Next(ref frame));
        Assert.Equal((MessageKind.Emit, true, false, true), Next(ref frame));
        Assert.Equal((MessageKind.Extension, false, true, true), Next(ref frame));
    }

    [Fact]
    public void A_frame_that_is_cut_off_anywhere_within_its_messages_is_refused()
    {
        using var writer = new FrameWriter();
        var ends = new HashSet<int>();
        for (var number = 1; number <= 4; number++)
        {
            writer.Append(MessageKind.Emit, number, [1, 2], new byte[number * 60]);
            ends.Add(writer.Complete(received: 7).Length);
        }

        var frame = writer.Complete(received: 7).ToArray();
        for (var length = 0; length < frame.Length; length++)
        {
            if (length == 5 || ends.Contains(length))
            {
                Assert.NotNull(WireFrame.Parse(frame.AsSpan(0, length)));
            }
            else
            {
                Assert.Equal(SocketCloseCode.ProtocolError, Refused(Convert.ToHexString(frame.AsSpan(0, length))).CloseCode);
            }
        }
    }

    [Fact]
    public void A_length_beyond_the_frame_is_refused_however_large() =>
        Assert.Contains("a message", Refused("40" + "05" + "FFFFFFFF0F" + "00").Message, StringComparison.Ordinal);

    private static (MessageKind Kind, bool IsNumbered, bool HasHeaders, bool MustUnderstand) Next(ref FrameReader frame)
    {
        Assert.True(frame.MoveNext(out var message));
        return (message.Kind, message.IsNumbered, message.HasHeaders, message.MustUnderstand);
    }

    private static ProtocolException Refused(string hex) =>
        Assert.Throws<ProtocolException>(() => WireFrame.Parse(Convert.FromHexString(hex)));
}

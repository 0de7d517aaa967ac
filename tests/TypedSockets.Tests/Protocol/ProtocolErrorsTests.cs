using System.Text;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class ProtocolErrorsTests
{
    [Fact]
    public void Every_text_fits_into_a_close_frame()
    {
        var name = new string('n', ProtocolLimits.MaxNameBytes);
        ProtocolException[] errors =
        [
            ProtocolErrors.Truncated("an error's text"), ProtocolErrors.WrongDirection(MessageKind.ChannelReady),
            ProtocolErrors.BeforeHandshake(MessageKind.ChannelReady), ProtocolErrors.MustBeNumbered(MessageKind.ChannelReady),
            ProtocolErrors.MustBeUnnumbered(MessageKind.Welcome), ProtocolErrors.MustUnderstand(MessageKind.Extension),
            ProtocolErrors.UnknownChannel(uint.MaxValue), ProtocolErrors.UnknownHub(name), ProtocolErrors.HubOpenAlready(name),
            ProtocolErrors.UnknownEvent(uint.MaxValue, uint.MaxValue), ProtocolErrors.ForgedAck(long.MaxValue, long.MaxValue),
            ProtocolErrors.ForgedTaken(uint.MaxValue), ProtocolErrors.OutOfSequence(long.MaxValue, long.MaxValue),
            ProtocolErrors.FrameTooLarge(int.MaxValue), ProtocolErrors.TooManyMessages(int.MaxValue),
            ProtocolErrors.WindowExceeded(uint.MaxValue), ProtocolErrors.TooManyCalls(int.MaxValue),
            ProtocolErrors.TooManyChannels(int.MaxValue), ProtocolErrors.CallIdReused(uint.MaxValue),
            ProtocolErrors.ForeignCallId(uint.MaxValue), ProtocolErrors.NotBinary(),
        ];
        Assert.All(errors, error => Assert.InRange(Encoding.UTF8.GetByteCount(error.Message), 1, ShortText.MaxCloseReasonBytes));
    }

    [Theory]
    [InlineData("", 4, "")]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcde", 4, "abcd")]
    [InlineData("aéé", 4, "aé")]
    [InlineData("a😀b", 4, "a")]
    [InlineData("😀b", 4, "😀")]
    public void A_text_is_cut_between_characters(string text, int maxBytes, string expected) =>
        Assert.Equal(expected, ShortText.Cut(text, maxBytes));
}

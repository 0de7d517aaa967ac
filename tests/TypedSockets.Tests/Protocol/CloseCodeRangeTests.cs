using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class CloseCodeRangeTests
{
    [Theory]
    [InlineData(1000, false, false)]
    [InlineData(1001, false, false)]
    [InlineData(1006, false, false)]
    [InlineData(3999, false, false)]
    [InlineData(4000, false, false)]
    [InlineData(4099, false, false)]
    [InlineData(4100, true, false)]
    [InlineData(4199, true, false)]
    [InlineData(4200, false, true)]
    [InlineData(4299, false, true)]
    [InlineData(4300, false, false)]
    public void The_range_decides_also_of_codes_that_do_not_exist_yet(int code, bool newSession, bool stop) =>
        Assert.Equal((newSession, stop), (CloseCodeRange.MeansNewSession(code), CloseCodeRange.MeansStop(code)));

    [Theory]
    [InlineData(SocketCloseCode.OutOfSequence)]
    [InlineData(SocketCloseCode.TokenExpired)]
    [InlineData(SocketCloseCode.Draining)]
    public void A_code_of_the_first_range_lets_the_client_resume(SocketCloseCode code) =>
        Assert.False(CloseCodeRange.MeansNewSession((int)code) || CloseCodeRange.MeansStop((int)code));
}

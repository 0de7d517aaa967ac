using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class DrainNoticeTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(30_000, null)]
    [InlineData(30_000, 0u)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    public void It_is_read_back(uint spread, uint? last)
    {
        var notice = new DrainNotice(TimeSpan.FromMilliseconds(spread), last);
        Assert.Equal(notice, DrainNotice.Read(notice.ToBytes()));
    }

    [Fact]
    public void Its_bytes_are_those_of_the_specification()
    {
        Assert.Equal("B0EA01", Convert.ToHexString(new DrainNotice(TimeSpan.FromSeconds(30), null).ToBytes()));
        Assert.Equal("B0EA0107", Convert.ToHexString(new DrainNotice(TimeSpan.FromSeconds(30), 7).ToBytes()));
    }

    [Fact]
    public void What_a_later_version_appends_is_skipped() =>
        Assert.Equal(new DrainNotice(TimeSpan.FromMilliseconds(5), 7), DrainNotice.Read([5, 7, 1, 2, 3]));

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("8000")]
    [InlineData("0580")]
    [InlineData("FFFFFFFFFF")]
    public void Half_a_number_is_refused(string hex) => Assert.Throws<ProtocolException>(() => DrainNotice.Read(Convert.FromHexString(hex)));

    [Fact]
    public void Garbage_is_read_or_refused_and_nothing_else()
    {
        var random = new Random(1);
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = Mutation.Random(random, 14);
            try
            {
                Assert.InRange(DrainNotice.Read(bytes).Spread, TimeSpan.Zero, TimeSpan.FromMilliseconds(uint.MaxValue));
            }
            catch (ProtocolException)
            {
                // Refused, as it should be.
            }
        }
    }
}

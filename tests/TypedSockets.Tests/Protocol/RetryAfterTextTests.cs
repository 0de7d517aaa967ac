using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class RetryAfterTextTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1500)]
    [InlineData(int.MaxValue)]
    public void A_delay_is_read_back(int milliseconds)
    {
        var text = RetryAfterText.Add("the server is full", TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal($"the server is full (retry after {milliseconds} ms)", text);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryAfterText.Read(text));
    }

    [Fact]
    public void It_fits_into_a_close_frame_however_long_the_reason_is()
    {
        var text = RetryAfterText.Add(new string('é', 500), TimeSpan.FromMilliseconds(int.MaxValue));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 60, ShortText.MaxCloseReasonBytes);
        Assert.NotNull(RetryAfterText.Read(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("the server is full")]
    [InlineData("(retry after ms)")]
    [InlineData("(retry after  ms)")]
    [InlineData("(retry after -5 ms)")]
    [InlineData("(retry after +5 ms)")]
    [InlineData("(retry after 5.5 ms)")]
    [InlineData("(retry after 5 ms) ")]
    [InlineData("(retry after 5 s)")]
    [InlineData("(retry after 99999999999 ms)")]
    [InlineData("(retry after 5 ms) and more ms)")]
    [InlineData("(Retry after 5 ms)")]
    public void Another_text_asks_for_nothing(string text) => Assert.Null(RetryAfterText.Read(text));

    [Fact]
    public void Of_two_delays_the_last_counts() =>
        Assert.Equal(TimeSpan.FromMilliseconds(2), RetryAfterText.Read("(retry after 1 ms) (retry after 2 ms)"));

    [Fact]
    public void Whatever_another_end_writes_is_read_as_a_delay_or_as_none()
    {
        var random = new Random(1);
        string[] parts = ["(retry after ", " ms)", "1500", "-", " ", "(", ")", "ms", "retry", "\0", "٣", "é", "99999999999"];
        for (var round = 0; round < 50_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.True(RetryAfterText.Read(text) is not { } delay || delay >= TimeSpan.Zero, text);
        }
    }
}

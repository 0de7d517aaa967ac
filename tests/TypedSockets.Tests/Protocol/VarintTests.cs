using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class VarintTests
{
    public static TheoryData<uint, string> Boundaries => new()
    {
        { 0, "00" },
        { 1, "01" },
        { (1u << 7) - 1, "7F" },
        { 1u << 7, "8001" },
        { (1u << 14) - 1, "FF7F" },
        { 1u << 14, "808001" },
        { (1u << 21) - 1, "FFFF7F" },
        { 1u << 21, "80808001" },
        { (1u << 28) - 1, "FFFFFF7F" },
        { 1u << 28, "8080808001" },
        { uint.MaxValue, "FFFFFFFF0F" },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Each_length_boundary_is_written_in_its_shortest_form(uint value, string hex)
    {
        var buffer = new byte[Varint.MaxSize];
        var length = Varint.Write(buffer, value);
        Assert.Equal(hex, Convert.ToHexString(buffer.AsSpan(0, length)));
        Assert.Equal(length, Varint.Size(value));
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Each_length_boundary_is_read_back_and_moved_past(uint value, string hex)
    {
        ReadOnlySpan<byte> source = Convert.FromHexString(hex + "AB");
        Assert.Equal(value, Varint.Read(ref source));
        Assert.Equal([0xAB], source.ToArray());
    }

    [Theory]
    [InlineData("8000")]
    [InlineData("818000")]
    [InlineData("80808000")]
    [InlineData("8080808000")]
    public void A_longer_form_than_needed_is_refused(string hex) => Refused(hex, "shortest");

    [Theory]
    [InlineData("FFFFFFFF10")]
    [InlineData("FFFFFFFF7F")]
    [InlineData("8080808080")]
    [InlineData("808080808001")]
    public void More_than_32_bits_are_refused(string hex) => Refused(hex, "32 bits");

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("FFFF")]
    [InlineData("FFFFFFFF")]
    public void A_number_that_is_cut_off_is_refused(string hex) => Refused(hex, "ends within");

    private static void Refused(string hex, string text)
    {
        var error = Assert.Throws<ProtocolException>(() =>
        {
            ReadOnlySpan<byte> source = Convert.FromHexString(hex);
            Varint.Read(ref source);
        });
        Assert.Equal(SocketCloseCode.ProtocolError, error.CloseCode);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }
}

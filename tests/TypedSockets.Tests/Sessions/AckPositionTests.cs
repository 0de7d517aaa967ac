using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class AckPositionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 32_767)]
    [InlineData(65_535, 65_536)]
    [InlineData(65_530, 98_297)]
    [InlineData(1L << 40, (1L << 40) + 1000)]
    public void The_full_number_is_restored_across_a_wrap(long acked, long received) =>
        Assert.Equal(received, AckPosition.Expand((ushort)received, acked));

    [Theory]
    [InlineData(5, 4)]
    [InlineData(65_536, 65_535)]
    [InlineData(100_000, 70_000)]
    public void A_position_from_the_past_comes_out_below(long acked, long received) =>
        Assert.Equal(received, AckPosition.Expand((ushort)received, acked));
}

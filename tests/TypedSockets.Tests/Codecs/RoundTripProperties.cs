using FsCheck.Xunit;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>What holds for every codec, over generated values.</summary>
/// <typeparam name="TModel">What is generated.</typeparam>
/// <typeparam name="T">What is made of it, and encoded.</typeparam>
/// <typeparam name="TCodec">The codec.</typeparam>
public abstract class RoundTripProperties<TModel, T, TCodec>
    where TCodec : struct, ISocketCodec<T>
{
    [Property(Arbitrary = [typeof(PayloadArbitraries)])]
    public void What_is_written_is_read_back(TModel model)
    {
        var value = Make(model);
        AssertSame(value, PayloadBytes.Read<T, TCodec>(PayloadBytes.Write<T, TCodec>(value)));
    }

    [Property(Arbitrary = [typeof(PayloadArbitraries)], MaxTest = 25)]
    public void Bytes_that_are_cut_off_anywhere_are_refused(TModel model)
    {
        var bytes = PayloadBytes.Write<T, TCodec>(Make(model));
        var step = 1 + (bytes.Length / 32);
        for (var length = 0; length < bytes.Length; length += step)
        {
            PayloadBytes.Refused<T, TCodec>(bytes[..length]);
        }
    }

    [Property(Arbitrary = [typeof(PayloadArbitraries)])]
    public void No_encoding_is_smaller_than_the_minimum(TModel model) =>
        Assert.InRange(PayloadBytes.Write<T, TCodec>(Make(model)).Length, TCodec.MinimumSize, int.MaxValue);

    protected abstract T Make(TModel model);

    protected virtual void AssertSame(T written, T read) => Assert.Equal(written, read);
}

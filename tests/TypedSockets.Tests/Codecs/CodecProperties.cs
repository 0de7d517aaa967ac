using FsCheck.Xunit;
using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>What holds for the codecs of types that the MessagePack package writes too: its own serializer is the oracle.</summary>
/// <typeparam name="TModel">What is generated.</typeparam>
/// <typeparam name="T">What is made of it, and encoded.</typeparam>
/// <typeparam name="TCodec">The codec.</typeparam>
public abstract class CodecProperties<TModel, T, TCodec> : RoundTripProperties<TModel, T, TCodec>
    where TCodec : struct, ISocketCodec<T>
{
    [Property(Arbitrary = [typeof(PayloadArbitraries)])]
    public void The_bytes_are_those_of_the_package(TModel model)
    {
        var value = Make(model);
        Assert.Equal(
            Convert.ToHexStringLower(MessagePackSerializer.Serialize(value, MessagePackSerializerOptions.Standard)),
            PayloadBytes.WriteHex<T, TCodec>(value));
    }
}

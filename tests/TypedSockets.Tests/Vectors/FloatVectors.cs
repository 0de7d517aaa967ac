using System.Numerics;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Floating point numbers. Zeros are compared by their bits: otherwise the one below zero is lost unseen.</summary>
internal static class FloatVectors
{
    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["float 0"] = ByteVector.Seen<float, SingleCodec>(0, "ca00000000", x => BitConverter.SingleToUInt32Bits(x)),
        ["float -0"] = ByteVector.Seen<float, SingleCodec>(-0f, "ca80000000", x => BitConverter.SingleToUInt32Bits(x)),
        ["float 1"] = ByteVector.Of<float, SingleCodec>(1, "ca3f800000"),
        ["float 0.1"] = ByteVector.Of<float, SingleCodec>(0.1f, "ca3dcccccd"),
        ["float 2^24"] = ByteVector.Of<float, SingleCodec>(1 << 24, "ca4b800000"),
        ["float maximum"] = ByteVector.Of<float, SingleCodec>(float.MaxValue, "ca7f7fffff"),
        ["float next to 0"] = ByteVector.Of<float, SingleCodec>(float.Epsilon, "ca00000001"),
        ["float infinity"] = ByteVector.Of<float, SingleCodec>(float.PositiveInfinity, "ca7f800000"),
        ["float -infinity"] = ByteVector.Of<float, SingleCodec>(float.NegativeInfinity, "caff800000"),
        ["float no number"] = ByteVector.Of<float, SingleCodec>(float.NaN, "caffc00000"),
        ["double 0"] = ByteVector.Seen<double, DoubleCodec>(0, "cb0000000000000000", x => BitConverter.DoubleToUInt64Bits(x)),
        ["double -0"] = ByteVector.Seen<double, DoubleCodec>(-0d, "cb8000000000000000", x => BitConverter.DoubleToUInt64Bits(x)),
        ["double 1"] = ByteVector.Of<double, DoubleCodec>(1, "cb3ff0000000000000"),
        ["double -1"] = ByteVector.Of<double, DoubleCodec>(-1, "cbbff0000000000000"),
        ["double 0.1"] = ByteVector.Of<double, DoubleCodec>(0.1, "cb3fb999999999999a"),
        ["double 2^32"] = ByteVector.Of<double, DoubleCodec>(1L << 32, "cb41f0000000000000"),
        ["double -2^40"] = ByteVector.Of<double, DoubleCodec>(-1L << 40, "cbc270000000000000"),
        ["double 2^53"] = ByteVector.Of<double, DoubleCodec>(1L << 53, "cb4340000000000000"),
        ["double maximum"] = ByteVector.Of<double, DoubleCodec>(double.MaxValue, "cb7fefffffffffffff"),
        ["double next to 0"] = ByteVector.Of<double, DoubleCodec>(double.Epsilon, "cb0000000000000001"),
        ["double infinity"] = ByteVector.Of<double, DoubleCodec>(double.PositiveInfinity, "cb7ff0000000000000"),
        ["double -infinity"] = ByteVector.Of<double, DoubleCodec>(double.NegativeInfinity, "cbfff0000000000000"),
        ["double no number"] = ByteVector.Of<double, DoubleCodec>(double.NaN, "cbfff8000000000000"),
        ["half 1.5"] = ByteVector.Of<Half, HalfCodec>((Half)1.5, "ca3fc00000"),
        ["half 2"] = ByteVector.Of<Half, HalfCodec>((Half)2, "ca40000000"),
        ["half maximum"] = ByteVector.Of<Half, HalfCodec>(Half.MaxValue, "ca477fe000"),
        ["vector of two"] = ByteVector.Of<Vector2, Vector2Codec>(new Vector2(1, 2), "92ca3f800000ca40000000"),
        ["vector of three"] = ByteVector.Of<Vector3, Vector3Codec>(new Vector3(1, 2, 0), "93ca3f800000ca40000000ca00000000"),
        ["vector of four"] = ByteVector.Of<Vector4, Vector4Codec>(new Vector4(1, 2, 0, 1), "94ca3f800000ca40000000ca00000000ca3f800000"),
        ["vector of parts of one"] = ByteVector.Of<Vector2, Vector2Codec>(new Vector2(0.5f, -0.25f), "92ca3f000000cabe800000"),
        ["quaternion"] = ByteVector.Of<Quaternion, QuaternionCodec>(new Quaternion(1, 2, 0, 1), "94ca3f800000ca40000000ca00000000ca3f800000"),
        ["array of floats"] = ByteVector.Of<float[], ArrayCodec<float, SingleCodec>>([1, 1.5f], "92ca3f800000ca3fc00000"),
        ["array of doubles"] = ByteVector.Of<double[], ArrayCodec<double, DoubleCodec>>([1, 1.5], "92cb3ff0000000000000cb3ff8000000000000"),
    };
}

using System.Runtime.InteropServices;
using TypedSockets.AspNetCore.WebSockets;

namespace TypedSockets.Integration.Tests.WebSockets;

public sealed class MaskingTests
{
    [Fact]
    public void Every_length_at_every_offset_is_unmasked_as_the_RFC_says()
    {
        byte[] mask = [0x11, 0x82, 0x43, 0xF4];
        var clear = new byte[300];
        new Random(1).NextBytes(clear);
        for (var offset = 0; offset < 8; offset++)
        {
            for (var length = 0; length < 260; length++)
            {
                var expected = clear.AsSpan(offset, length).ToArray();
                var masked = new byte[offset + length];
                for (var i = 0; i < length; i++)
                {
                    masked[offset + i] = (byte)(expected[i] ^ mask[i % 4]);
                }

                var found = new byte[length + 1];
                var turned = Masking.Remove(masked.AsSpan(offset), found, MemoryMarshal.Read<uint>(mask));
                Assert.Equal([.. expected, 0], found);
                Assert.Equal(mask[length % 4], MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in turned))[0]);
            }
        }
    }

    [Fact]
    public void A_payload_may_be_unmasked_where_it_lies_and_in_parts()
    {
        var clear = Enumerable.Range(0, 200).Select(one => (byte)one).ToArray();
        byte[] mask = [9, 8, 7, 6];
        var bytes = clear.Select((one, at) => (byte)(one ^ mask[at % 4])).ToArray();
        var turned = Masking.Remove(bytes.AsSpan(0, 77), bytes, MemoryMarshal.Read<uint>(mask));
        Masking.Remove(bytes.AsSpan(77), bytes.AsSpan(77), turned);
        Assert.Equal(clear, bytes);
    }
}

using System.Buffers;
using MessagePack;
using TypedSockets.Codecs;
using TypedSockets.Generated.TypedSockets.Generators.Tests.Running.Foreign;

namespace TypedSockets.Generators.Tests.Running.Foreign;

/// <summary>Models with the MessagePack package's attributes: the package writes the same bytes, and each reads what the other wrote.</summary>
public sealed class MessagePackModelTests
{
    [Fact]
    public void Keys_make_an_array_whose_holes_are_nil() =>
        Agrees<WithHoles, WithHolesCodec>(new WithHoles { First = 1, Last = "x", Ignored = 3 }, "9401c0c0a178");

    [Fact]
    public void Keys_of_text_make_a_map() => Agrees<WithNames, WithNamesCodec>(new WithNames { Name = "x", Count = 2 }, "82a56ec3a46d65a178a5636f756e7402");

    [Fact]
    public void Names_of_properties_make_a_map() =>
        Agrees<WithPropertyNames, WithPropertyNamesCodec>(new WithPropertyNames { Name = null, Count = 2 }, "82a44e616d65c0a5436f756e7402");

    [Fact]
    public void Keys_of_a_base_and_a_derived_type_share_one_array() => Agrees<DerivedKeys, DerivedKeysCodec>(new DerivedKeys { Upper = 1, Lower = 2 }, "920102");

    [Fact]
    public void A_record_is_created_by_the_names_of_its_parameters() =>
        Agrees<KeyedRecord, KeyedRecordCodec>(new KeyedRecord("x", 1) { Next = new KeyedRecord("y", 2) }, "93a1780193a17902c0");

    [Fact]
    public void A_case_of_a_union_goes_with_its_tag() => Agrees<IAnimal, IAnimalCodec>(new Dog("x"), "92cd012c91a178");

    [Fact]
    public void The_marked_constructor_is_used() => Agrees<MarkedConstructor, MarkedConstructorCodec>(new MarkedConstructor(3) { Name = "x" }, "9203a178");

    [Fact]
    public void What_is_missing_keeps_its_initializer_and_what_is_more_is_skipped()
    {
        Assert.Equal("last", Read<WithHoles, WithHolesCodec>("9101").Last);
        Assert.Equal(5, Read<WithNames, WithNamesCodec>("81a56ec3a46d65a178").Count);
        Assert.Equal("x", Read<WithHoles, WithHolesCodec>("9501c3c0a17893010203").Last);
    }

    private static void Agrees<T, TCodec>(T value, string hex)
        where TCodec : struct, ISocketCodec<T>
    {
        var theirs = MessagePackSerializer.Serialize(value);
        Assert.Equal(hex, Convert.ToHexStringLower(theirs));
        Assert.Equal(hex, Write<T, TCodec>(value));
        Assert.Equal(hex, Convert.ToHexStringLower(MessagePackSerializer.Serialize(Read<T, TCodec>(hex))));
        Assert.Equal(hex, Write<T, TCodec>(MessagePackSerializer.Deserialize<T>(theirs)));
    }

    private static string Write<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T>
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new PayloadWriter(bytes);
        TCodec.Write(ref writer, value);
        writer.Flush();
        return Convert.ToHexStringLower(bytes.WrittenSpan);
    }

    private static T Read<T, TCodec>(string hex)
        where TCodec : struct, ISocketCodec<T>
    {
        var reader = new PayloadReader(Convert.FromHexString(hex));
        var value = TCodec.Read(ref reader);
        Assert.Equal(0, reader.Remaining);
        return value;
    }
}

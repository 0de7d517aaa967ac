using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>An error names the place, what was expected and what was found, and never tells the payload.</summary>
public sealed class PayloadErrorTests
{
    private const string Secret = "hunter2";

    [Fact]
    public void An_error_in_a_nested_object_names_the_path_to_it()
    {
        // [1, "a", [[2, "b", []], [3, 1.0f, []]]]
        var error = PayloadBytes.Refused<Note, NoteCodec>("9301a161929302a162909303ca3f80000090").In("IChatHub.Post");
        Assert.Equal("IChatHub.Post.Replies[1].Author", error.Path);
        Assert.Equal("'IChatHub.Post.Replies[1].Author' (string): found float 32", error.Message);
    }

    [Fact]
    public void An_error_in_writing_names_the_path_to_it()
    {
        var note = new Note(1, "a", [new Note(2, "b", [new Note(3, null!, [])])]);
        Assert.Equal("Replies[0].Replies[0].Author", PayloadBytes.NotWritten<Note, NoteCodec>(note).Path);
    }

    [Fact]
    public void The_index_of_a_bad_element_is_told() =>
        Assert.Equal("[2]", PayloadBytes.Refused<int[], ArrayCodec<int, Int32Codec>>("930102c3").Path);

    [Fact]
    public void The_index_of_a_bad_entry_is_told()
    {
        Assert.Equal("[1]", PayloadBytes.Refused<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>("820102c301").Path);
        Assert.Equal("[1]", PayloadBytes.Refused<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>("82010202c3").Path);
    }

    [Fact]
    public void The_index_of_a_bad_element_of_a_set_is_told() =>
        Assert.Equal("[1]", PayloadBytes.Refused<HashSet<int>, HashSetCodec<int, Int32Codec>>("9201c3").Path);

    [Fact]
    public void Indexes_of_nested_lists_stand_side_by_side() =>
        Assert.Equal("[1][0]", PayloadBytes.Refused<int[][], ArrayCodec<int[], ArrayCodec<int, Int32Codec>>>("929091c3").Path);

    [Fact]
    public void A_missing_member_is_named() => Assert.Equal("'Author' (string): missing", PayloadBytes.Refused<Note, NoteCodec>("9101").Message);

    [Fact]
    public void A_small_number_in_the_wrong_place_is_not_told() =>
        Assert.Equal("found positive fixint", PayloadBytes.Refused<string, StringCodec>("2a").Message);

    [Fact]
    public void Text_in_the_wrong_place_is_not_told() => AssertSecret(PayloadBytes.Refused<int, Int32Codec>(Hex(Secret)));

    [Fact]
    public void Text_that_is_no_number_guid_or_uri_is_not_told()
    {
        AssertSecret(PayloadBytes.Refused<decimal, DecimalCodec>(Hex(Secret)));
        AssertSecret(PayloadBytes.Refused<Guid, GuidCodec>(Hex(Secret.PadRight(36))));
        AssertSecret(PayloadBytes.Refused<Uri, UriCodec>(Hex("http:// " + Secret)));
    }

    [Fact]
    public void Bytes_that_are_not_valid_utf8_are_not_told()
    {
        var error = PayloadBytes.Refused<string, StringCodec>("a1fe");
        Assert.Equal("the text is not valid UTF-8", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void A_key_that_comes_twice_is_not_told()
    {
        var twice = "82" + Hex(Secret) + "01" + Hex(Secret) + "02";
        var error = PayloadBytes.Refused<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(twice);
        Assert.Equal("'[1]': a key comes twice", error.Message);
        AssertSecret(error);
        AssertSecret(PayloadBytes.Refused<SortedDictionary<string, int>, SortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(twice));
    }

    [Fact]
    public void The_name_of_an_unknown_member_is_not_told()
    {
        var error = PayloadBytes.Refused<Note, NoteCodec>("82" + Hex(Secret) + Hex(Secret) + "a24964" + Hex(Secret));
        AssertSecret(error);
    }

    [Fact]
    public void The_text_of_a_foreign_exception_is_not_told()
    {
        var error = PayloadException.At(new FormatException(Secret), [new PayloadMember("Price", "Money")], 0);
        Assert.Equal("'Price' (Money): the value was refused by FormatException", error.Message);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public void The_text_of_a_formatter_of_the_user_is_not_told()
    {
        var error = PayloadException.At(new MessagePackSerializationException("bad money " + Secret), [], -1);
        Assert.Equal("the bytes are of another form", error.Message);
    }

    [Fact]
    public void The_innermost_member_says_what_was_expected()
    {
        PayloadMember[] outer = [new("message", "Note")];
        var error = PayloadException.At(PayloadBytes.Refused<Note, NoteCodec>("92c301"), outer, 0);
        Assert.Equal("'message.Id' (int32): found true", error.Message);
    }

    private static string Hex(string text) => PayloadBytes.WriteHex<string, StringCodec>(text);

    private static void AssertSecret(PayloadException error) => Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
}

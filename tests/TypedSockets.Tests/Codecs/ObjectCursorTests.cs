using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>Objects come as arrays, and from foreign peers as maps of member names.</summary>
public sealed class ObjectCursorTests
{
    private const string Id = "a24964";
    private const string Author = "a6417574686f72";
    private const string Replies = "a75265706c696573";

    [Fact]
    public void An_array_holds_the_members_in_their_order() => AssertNote(7, "x", 0, "9307a17890");

    [Fact]
    public void Members_missing_at_the_end_of_an_array_keep_their_defaults() => AssertNote(7, "x", 0, "9207a178");

    [Fact]
    public void Extra_members_of_an_array_are_skipped() => AssertNote(7, "x", 0, "9507a178909301028103c0c3");

    [Fact]
    public void A_map_may_hold_the_members_in_any_order() => AssertNote(7, "x", 0, "83" + Replies + "90" + Author + "a178" + Id + "07");

    [Fact]
    public void Members_missing_in_a_map_keep_their_defaults() => AssertNote(0, "x", 0, "81" + Author + "a178");

    [Fact]
    public void A_required_member_missing_in_a_map_is_refused() =>
        Assert.Equal("Author", PayloadBytes.Refused<Note, NoteCodec>("81" + Id + "07").Path);

    [Fact]
    public void Unknown_names_are_skipped_with_their_values() =>
        AssertNote(7, "x", 0, "83" + "a3466f6f" + "9301028103c0" + Author + "a178" + Id + "07");

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_counts() => AssertNote(8, "x", 0, "83" + Id + "07" + Author + "a178" + Id + "08");

    [Theory]
    [InlineData("a26964")]
    [InlineData("a24944")]
    [InlineData("a3496400")]
    [InlineData("a149")]
    [InlineData("a0")]
    [InlineData("a1ff")]
    public void A_name_that_differs_in_case_length_or_bytes_is_unknown(string name) =>
        AssertNote(0, "x", 0, "82" + name + "07" + Author + "a178");

    [Fact]
    public void A_name_with_a_longer_length_than_needed_is_known() => AssertNote(7, "x", 0, "82" + "d9024964" + "07" + Author + "a178");

    [Fact]
    public void A_long_name_is_unknown() =>
        AssertNote(0, "x", 0, "82" + PayloadBytes.WriteHex<string, StringCodec>(new string('a', 300)) + "07" + Author + "a178");

    [Theory]
    [InlineData("07", "Integer")]
    [InlineData("c0", "Nil")]
    [InlineData("c4024964", "Binary")]
    public void A_name_that_is_no_text_is_refused(string name, string found) =>
        Assert.Equal($"expected a member's name, found {found}", PayloadBytes.Refused<Note, NoteCodec>("82" + name + "07" + Author + "a178").Message);

    [Theory]
    [InlineData("07", "Integer")]
    [InlineData("a178", "String")]
    [InlineData("c3", "Boolean")]
    public void What_is_neither_an_array_nor_a_map_is_refused(string hex, string found) =>
        Assert.Equal($"expected an object, found {found}", PayloadBytes.Refused<Note, NoteCodec>(hex).Message);

    [Fact]
    public void A_map_within_an_array_is_read_too() => AssertNote(7, "x", 1, "9307a17891" + "81" + Author + "a179");

    [Fact]
    public void The_position_of_a_member_that_the_type_does_not_have_is_minus_one()
    {
        PayloadMember[] members = [new("Id", "int32")];
        var reader = new PayloadReader(Convert.FromHexString("920102"));
        var cursor = reader.EnterObject();
        Assert.True(cursor.MoveNext(ref reader, members, out var first));
        reader.Skip();
        Assert.True(cursor.MoveNext(ref reader, members, out var second));
        reader.Skip();
        Assert.False(cursor.MoveNext(ref reader, members, out var end));
        Assert.Equal((0, -1, -1), (first, second, end));
    }

    private static void AssertNote(int id, string author, int replies, string hex)
    {
        var note = PayloadBytes.Read<Note, NoteCodec>(hex);
        Assert.Equal((id, author, replies), (note.Id, note.Author, note.Replies.Count));
    }
}

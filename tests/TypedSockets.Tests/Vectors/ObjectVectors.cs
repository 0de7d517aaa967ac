using TypedSockets.Codecs;
using TypedSockets.Tests.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Objects: written as arrays of their members, and read from these, from longer and shorter ones, and from maps of their members' names.</summary>
internal static class ObjectVectors
{
    private static readonly Note Leaf = new(1, "a", []);

    private static readonly Note Tree = new(2, "b", [Leaf]);

    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["object"] = Of(Leaf, "9301a16190"),
        ["object in an object"] = Of(Tree, "9302a162919301a16190"),
        ["no object"] = ByteVector.Of<Note?, OptionalCodec<Note, NoteCodec>>(null, "c0"),
        ["list of objects"] = ByteVector.Seen<List<Note>, ListCodec<Note, NoteCodec>>([Leaf, Leaf], "929301a161909301a16190", notes => notes.Select(Text).ToArray()),
        ["object without its last member"] = Of(Leaf, "9201a161").OnlyRead(),
        ["object with members that are not known"] = Of(Leaf, "9601a16190c381a1620292c0c401ff").OnlyRead(),
        ["object as a map"] = Of(Leaf, "83a2496401a6417574686f72a161a75265706c69657390").OnlyRead(),
        ["object as a map in another order"] = Of(Leaf, "83a6417574686f72a161a75265706c69657390a2496401").OnlyRead(),
        ["object as a map without what may be absent"] = Of(Leaf with { Id = 0 }, "81a6417574686f72a161").OnlyRead(),
        ["object as a map with names that are not known"] = Of(Leaf, "84a2496401a6417574686f72a161a26964c3a54f7468657281a16192c0c401ff").OnlyRead(),
        ["object as a map in an object as a map"] = Of(
            Tree, "83a2496402a6417574686f72a162a75265706c6965739183a2496401a6417574686f72a161a75265706c69657390").OnlyRead(),
        ["objects as maps in a list"] = ByteVector.Seen<List<Note>, ListCodec<Note, NoteCodec>>(
            [Leaf, Leaf], "9282a2496401a6417574686f72a1619301a16190", notes => notes.Select(Text).ToArray()).OnlyRead(),
    };

    // A record with a list in it equals itself only.
    private static ByteVector Of(Note note, string hex) => ByteVector.Seen<Note, NoteCodec>(note, hex, Text);

    private static string Text(Note note) => $"{note.Id} {note.Author} [{string.Join(", ", note.Replies.Select(Text))}]";
}

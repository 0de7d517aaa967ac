using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>What the generator would write for <see cref="Note"/> if its replies had an initializer and so might be absent, by hand.</summary>
public readonly struct NoteCodec : ISocketCodec<Note>
{
    private static readonly PayloadMember[] Members = [new("Id", "int32"), new("Author", "string"), new("Replies", "list(Note)")];

    public static int MinimumSize => 1;

    public static void Write(ref PayloadWriter writer, Note value)
    {
        var at = -1;
        try
        {
            if (value is null)
            {
                PayloadErrors.ThrowNull();
            }

            writer.EnterObject(3);
            at = 0;
            Int32Codec.Write(ref writer, value.Id);
            at = 1;
            StringCodec.Write(ref writer, value.Author);
            at = 2;
            ListCodec<Note, NoteCodec>.Write(ref writer, value.Replies);
            writer.Leave();
        }
        catch (Exception error)
        {
            throw PayloadException.At(error, Members, at);
        }
    }

    public static Note Read(ref PayloadReader reader)
    {
        var id = 0;
        string author = null!;
        List<Note> replies = [];
        ulong seen = 0;
        var at = -1;
        try
        {
            var members = reader.EnterObject();
            while (members.MoveNext(ref reader, Members, out at))
            {
                switch (at)
                {
                    case 0:
                        id = Int32Codec.Read(ref reader);
                        break;
                    case 1:
                        author = StringCodec.Read(ref reader);
                        seen |= 0b10;
                        break;
                    case 2:
                        replies = ListCodec<Note, NoteCodec>.Read(ref reader);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            reader.Leave();
            at = -1;
            const ulong Required = 0b10;
            if ((seen & Required) != Required)
            {
                PayloadErrors.ThrowMissing(Members, seen, Required);
            }

            return new Note(id, author, replies);
        }
        catch (Exception error)
        {
            throw PayloadException.At(error, Members, at);
        }
    }
}

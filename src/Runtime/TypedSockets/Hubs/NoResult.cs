using TypedSockets.Codecs;

namespace TypedSockets.Hubs;

/// <summary>The result of a call that returns nothing: nil on the wire.</summary>
internal readonly struct NoResult
{
    internal readonly struct Codec : ISocketCodec<NoResult>
    {
        public static int MinimumSize => 1;

        public static void Write(ref PayloadWriter writer, NoResult value) => writer.WriteNil();

        public static NoResult Read(ref PayloadReader reader)
        {
            reader.Skip();
            return default;
        }
    }
}

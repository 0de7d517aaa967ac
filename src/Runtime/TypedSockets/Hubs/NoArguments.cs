using TypedSockets.Codecs;

namespace TypedSockets.Hubs;

/// <summary>The arguments of a method that has none.</summary>
public readonly struct NoArguments : IMethodArguments
{
    /// <inheritdoc />
    public object?[] ToArray() => [];

    /// <summary>Writes and reads an empty array.</summary>
    public readonly struct Codec : ISocketCodec<NoArguments>
    {
        /// <inheritdoc />
        public static int MinimumSize => 1;

        /// <inheritdoc />
        public static void Write(ref PayloadWriter writer, NoArguments value) => writer.WriteArrayHeader(0);

        /// <inheritdoc />
        public static NoArguments Read(ref PayloadReader reader)
        {
            var arguments = reader.EnterObject();
            while (arguments.MoveNext(ref reader, [], out _))
            {
                reader.Skip();
            }

            reader.Leave();
            return default;
        }
    }
}

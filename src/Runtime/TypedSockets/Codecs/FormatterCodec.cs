using MessagePack;
using MessagePack.Formatters;

namespace TypedSockets.Codecs;

/// <summary>
/// Writes and reads by a formatter of the MessagePack package, so that an existing model moves over as it is. It is slower than a codec: what it reads is copied first.
/// </summary>
/// <remarks>
/// Null is an error. The formatter is given the package's standard options, limited to <see cref="PayloadLimits.MaxDepth"/>; they find formatters by reflection, so that a program which uses one
/// is no longer free of warnings when it is compiled ahead of time.
/// </remarks>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TFormatter">The formatter; one object of it serves all threads.</typeparam>
public readonly struct FormatterCodec<T, TFormatter> : ISocketCodec<T>
    where TFormatter : class, IMessagePackFormatter<T>, new()
{
    private static readonly TFormatter Formatter = new();

    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, T value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        var raw = new MessagePackWriter(writer.FlushedOutput());
        Formatter.Serialize(ref raw, value, FormatterOptions.Untrusted);
        raw.Flush();
    }

    /// <inheritdoc />
    public static T Read(ref PayloadReader reader)
    {
        var start = reader;
        reader.Skip();
        var bytes = start.Take((int)(start.Remaining - reader.Remaining)).ToArray();
        var raw = new MessagePackReader(bytes);
        var value = Formatter.Deserialize(ref raw, FormatterOptions.Untrusted);
        if (!raw.End)
        {
            PayloadErrors.ThrowNotRead(typeof(TFormatter), bytes.Length - raw.Consumed);
        }

        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        return value;
    }
}

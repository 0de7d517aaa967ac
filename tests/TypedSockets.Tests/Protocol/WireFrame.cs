using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

/// <summary>A frame taken apart.</summary>
/// <param name="Sequence">The first message's number, if the frame has one.</param>
/// <param name="Ack">What it acknowledges, if anything.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Messages">Its messages.</param>
internal sealed record WireFrame(ushort? Sequence, ushort? Ack, int Length, IReadOnlyList<WireMessage> Messages)
{
    public IEnumerable<MessageKind> Kinds => Messages.Select(message => message.Kind);

    public static WireFrame Parse(ReadOnlySpan<byte> bytes)
    {
        var frame = new FrameReader(bytes);
        var messages = new List<WireMessage>();
        while (frame.MoveNext(out var message))
        {
            messages.Add(new WireMessage(message.Kind, message.IsNumbered, Convert.ToHexString(message.Body)));
        }

        return new WireFrame(frame.HasSequence ? frame.Sequence : null, frame.HasAck ? frame.Ack : null, bytes.Length, messages);
    }
}

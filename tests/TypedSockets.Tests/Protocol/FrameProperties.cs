using FsCheck.Xunit;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

public sealed class FrameProperties
{
    [Property(MaxTest = 500)]
    public void What_is_written_into_a_frame_is_read_from_it(Tuple<byte, uint, byte[]>[] messages, uint first, uint? received)
    {
        using var writer = new FrameWriter();
        var number = first + 1L;
        var expected = new List<WireMessage>();
        foreach (var (head, field, bytes) in messages)
        {
            var kind = (MessageKind)(head & FrameFlags.MessageKindMask);
            var isNumbered = (head & FrameFlags.MessageUnnumbered) == 0;
            writer.Append(kind, isNumbered ? number++ : 0, [field], bytes);
            expected.Add(new WireMessage(kind, isNumbered, Convert.ToHexString(WithField(field, bytes))));
        }

        if (messages.Length == 0)
        {
            return;
        }

        var frame = WireFrame.Parse(writer.Complete(received).Span);
        Assert.Equal(expected, frame.Messages);
        Assert.Equal(expected.Exists(message => message.IsNumbered) ? (ushort)(first + 1) : null, frame.Sequence);
        Assert.Equal(received is { } ack ? (ushort)ack : null, frame.Ack);
    }

    [Property(MaxTest = 500)]
    public void A_number_is_read_back(uint value)
    {
        var buffer = new byte[Varint.MaxSize];
        ReadOnlySpan<byte> source = buffer.AsSpan(0, Varint.Write(buffer, value));
        Assert.Equal(value, Varint.Read(ref source));
        Assert.True(source.IsEmpty);
    }

    [Property(MaxTest = 500)]
    public void An_errors_text_is_read_back(uint id, string? text)
    {
        using var writer = new FrameWriter();
        writer.AppendError(number: 1, id, SocketErrorCode.HandlerFailed, text);
        ReadOnlySpan<byte> body = WireFrame.Parse(writer.Complete(received: null).Span).Messages[0].Bytes;
        Assert.Equal(id, Varint.Read(ref body));
        Assert.Equal((uint)SocketErrorCode.HandlerFailed, Varint.Read(ref body));
        if (text is not null)
        {
            Assert.Equal((uint)System.Text.Encoding.UTF8.GetByteCount(text), Varint.Read(ref body));
            Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text), body.ToArray());
        }
        else
        {
            Assert.True(body.IsEmpty);
        }
    }

    private static byte[] WithField(uint field, byte[] bytes)
    {
        var buffer = new byte[Varint.MaxSize];
        return [.. buffer.AsSpan(0, Varint.Write(buffer, field)), .. bytes];
    }
}

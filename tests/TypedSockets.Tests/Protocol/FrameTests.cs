using System.Buffers;
using MessagePack;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

/// <summary>The bytes of frames, as docs/protocol/frames.md gives them.</summary>
public sealed class FrameTests
{
    private const string ExampleArguments = "93B0616263646566676869" + "6A6B6C6D6E6F70" + "CE0001E240" + "CB3FF8000000000000";

    [Fact]
    public void The_arguments_of_the_example_are_32_bytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(3);
        writer.Write("abcdefghijklmnop");
        writer.Write(123456);
        writer.Write(1.5);
        writer.Flush();
        Assert.Equal(32, buffer.WrittenCount);
        Assert.Equal(ExampleArguments, Convert.ToHexString(buffer.WrittenSpan));
    }

    [Fact]
    public void The_example_emit_is_36_bytes_in_a_frame_of_39() =>
        Assert.Equal("41" + "0100" + "05" + "22" + "0007" + ExampleArguments, Example(received: null, expectedLength: 39));

    [Fact]
    public void The_example_emit_with_an_acknowledgement_is_a_frame_of_41_bytes() =>
        Assert.Equal("43" + "0100" + "3412" + "05" + "22" + "0007" + ExampleArguments, Example(received: 0x1234, expectedLength: 41));

    [Fact]
    public void Fifty_example_emits_share_one_header()
    {
        using var writer = new FrameWriter();
        for (var number = 1; number <= 50; number++)
        {
            writer.Append(MessageKind.Emit, number, [0, 7], Convert.FromHexString(ExampleArguments));
        }

        Assert.Equal(50 * 36 + 3, writer.Complete(received: null).Length);
    }

    [Fact]
    public void An_unnumbered_message_carries_its_bit_and_no_sequence()
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Ping, number: 0, [], []);
        Assert.Equal("40" + "2E" + "00", Convert.ToHexString(writer.Complete(received: null).Span));
    }

    [Fact]
    public void An_acknowledgement_without_a_sequence_follows_the_flags()
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Ack, number: 0, [], []);
        Assert.Equal("42" + "0201" + "2D" + "00", Convert.ToHexString(writer.Complete(received: 0x7_0102).Span));
    }

    [Fact]
    public void The_sequence_is_the_first_numbered_messages_number_cut_to_16_bits()
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Pong, number: 0, [], []);
        writer.Append(MessageKind.Cancel, number: 0x1_FFFF, [3], []);
        writer.Append(MessageKind.Cancel, number: 0x2_0000, [5], []);
        Assert.Equal("41" + "FFFF" + "2F00" + "0C0103" + "0C0105", Convert.ToHexString(writer.Complete(received: null).Span));
    }

    [Fact]
    public void Numbers_stand_before_the_bytes_of_a_body()
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Invoke, number: 1, [1, 300, 2], [0x91, 0x05]);
        Assert.Equal("41" + "0100" + "06" + "06" + "01AC0202" + "9105", Convert.ToHexString(writer.Complete(received: null).Span));
    }

    [Fact]
    public void An_error_is_an_id_a_code_and_a_text_with_its_length()
    {
        using var writer = new FrameWriter();
        writer.AppendError(number: 1, id: 4, SocketErrorCode.NoHandler, "é!");
        Assert.Equal("41" + "0100" + "08" + "06" + "04" + "0E" + "03" + "C3A921", Convert.ToHexString(writer.Complete(received: null).Span));
    }

    [Fact]
    public void An_error_without_a_text_ends_after_its_code()
    {
        using var writer = new FrameWriter();
        writer.AppendError(number: 1, id: 300, SocketErrorCode.HandlerFailed, text: null);
        Assert.Equal("41" + "0100" + "08" + "03" + "AC02" + "01", Convert.ToHexString(writer.Complete(received: null).Span));
    }

    [Fact]
    public void A_writer_starts_afresh_after_a_reset()
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Emit, number: 9, [0, 0], new byte[10_000]);
        writer.Complete(received: 1);
        writer.Reset();
        writer.Append(MessageKind.Pong, number: 0, [], []);
        Assert.Equal(1, writer.Count);
        Assert.Equal("402F00", Convert.ToHexString(writer.Complete(received: null).Span));
    }

    [Fact]
    public void A_writer_can_be_used_after_it_gave_its_buffer_back()
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Ping, number: 0, [], []);
        writer.Dispose();
        writer.Append(MessageKind.Pong, number: 0, [], []);
        Assert.Equal("402F00", Convert.ToHexString(writer.Complete(received: null).Span));
    }

    private static string Example(long? received, int expectedLength)
    {
        using var writer = new FrameWriter();
        writer.Append(MessageKind.Emit, number: 1, [0, 7], Convert.FromHexString(ExampleArguments));
        var frame = writer.Complete(received);
        Assert.Equal(expectedLength, frame.Length);
        Assert.Equal(36, frame.Length - (received is null ? 3 : 5));
        return Convert.ToHexString(frame.Span);
    }
}

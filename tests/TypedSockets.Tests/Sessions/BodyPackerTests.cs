using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class BodyPackerTests
{
    private readonly BodyPacker _packer = new();

    [Fact]
    public void Small_messages_lie_behind_one_another_in_one_buffer()
    {
        var (first, second) = (_packer.Pack(Emit([1, 2, 3])), _packer.Pack(Emit([4, 5])));
        Assert.Equal(3, ByteOffset(first.Body.Span, second.Body.Span));
        Assert.Equal<byte>([1, 2, 3], first.Body.Span.ToArray());
        Assert.Equal<byte>([4, 5], second.Body.Span.ToArray());
    }

    [Fact]
    public void The_body_of_a_message_that_was_copied_goes_back_to_the_pool()
    {
        var body = MessageBody.Copy([1]);
        _packer.Pack(OutboundMessage.Result(1, body));
        Assert.Same(body, MessageBody.Rent());
    }

    [Fact]
    public void Thousands_of_messages_keep_their_bytes_whatever_the_order_in_which_others_are_released()
    {
        var random = new Random(3);
        var held = new List<(byte[] Bytes, OutboundMessage Message)>();
        for (var step = 0; step < 20_000; step++)
        {
            if (held.Count > 0 && random.Next(100) < (step % 2_000 < 1_000 ? 45 : 55))
            {
                var index = random.Next(3) == 0 ? random.Next(held.Count) : 0;
                Assert.Equal(held[index].Bytes, held[index].Message.Body.Span);
                held[index].Message.Body.Release();
                held.RemoveAt(index);
            }
            else
            {
                var bytes = new byte[random.Next(BodyPacker.MaxBytes + 1)];
                random.NextBytes(bytes);
                held.Add((bytes, _packer.Pack(Emit(bytes))));
            }
        }

        Assert.All(held, entry => Assert.Equal(entry.Bytes, entry.Message.Body.Span));
    }

    [Fact]
    public void One_that_is_large_or_shared_or_may_be_taken_out_keeps_its_body()
    {
        var shared = MessageBody.Copy([1]);
        shared.AddReferences();
        AssertKept(OutboundMessage.Emit(0, OutboxEntries.Method, shared));
        AssertKept(Emit(new byte[BodyPacker.MaxBytes + 1]));
        AssertKept(OutboxEntries.Invoke(0, 1));
        AssertKept(OutboxEntries.Emit(0) with { GivesWay = true });
        AssertKept(OutboxEntries.Keyed(0, "key", 1));
    }

    [Fact]
    public void One_without_arguments_is_no_special_case()
    {
        var message = _packer.Pack(Emit([]));
        Assert.Equal(0, message.Body.Length);
        message.Body.Release();
        Assert.Equal<byte>([7], _packer.Pack(Emit([7])).Body.Span.ToArray());
    }

    [Fact]
    public void One_after_another_allocates_nothing()
    {
        PackAndRelease(count: 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PackAndRelease(count: 1_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static OutboundMessage Emit(ReadOnlySpan<byte> bytes) => OutboundMessage.Emit(0, OutboxEntries.Method, MessageBody.Copy(bytes));

    private static long ByteOffset(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        Unsafe.ByteOffset(in MemoryMarshal.GetReference(first), in MemoryMarshal.GetReference(second));

    private void PackAndRelease(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _packer.Pack(Emit([1, 2, 3])).Body.Release();
        }
    }

    private void AssertKept(in OutboundMessage message) => Assert.Equal(message, _packer.Pack(message));
}

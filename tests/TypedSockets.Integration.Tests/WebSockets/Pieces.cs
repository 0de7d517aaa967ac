using System.Buffers;

namespace TypedSockets.Integration.Tests.WebSockets;

/// <summary>Bytes that lie in several places, as they do in a pipe.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    private Pieces(byte[] bytes, long before)
    {
        Memory = bytes;
        RunningIndex = before;
    }

    public static ReadOnlySequence<byte> Of(params byte[][] pieces)
    {
        var first = new Pieces([], 0);
        var last = first;
        foreach (var piece in pieces)
        {
            var next = new Pieces(piece, last.RunningIndex + last.Memory.Length);
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}

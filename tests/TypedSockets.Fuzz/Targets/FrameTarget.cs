using System.Buffers.Binary;
using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Tests.Connections;

namespace TypedSockets.Fuzz.Targets;

/// <summary>A session in the middle of emits, calls and streams, and the frames that come in.</summary>
internal sealed class FrameTarget(PeerRole role) : FuzzTarget(role == PeerRole.Server ? "frames-to-server" : "frames-to-client")
{
    // As many inputs as one session gets: those that break off calls leave less for the next ones to find.
    private const int RoundsOfPeer = 50;

    private static readonly MessageKind[] Kinds = [.. Enum.GetValues<MessageKind>(), (MessageKind)30];

    private TestPeer? _peer;
    private bool _isComposed;

    public override IReadOnlyList<byte[]> Examples { get; } = ValidFrames(role);

    public override void Prepare(long round)
    {
        if (round % RoundsOfPeer == 0)
        {
            _peer?.Peer.End("the next one");
            _peer?.Dispose();
            _peer = Busy(role);
        }

        _isComposed = round % 2 == 0;
    }

    public override bool Read(byte[] input)
    {
        try
        {
            _peer!.Receive(_isComposed ? Compose(input) : Continued(input));
            _peer.NextBytes();
            return true;
        }
        catch (ProtocolException)
        {
            return false;
        }
    }

    // Bytes of a frame, which continues where the session stands: nothing would get behind the check of its number else.
    private byte[] Continued(byte[] input)
    {
        if (input.Length > 2 && (input[0] & FrameFlags.HasSequence) != 0)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(input.AsSpan(1), (ushort)(_peer!.Peer.Inbox.Received + 1));
        }

        return input;
    }

    // Whole messages, of which the input says the kinds and what is in them. Most numbers are small, as those of calls, channels and members are.
    private byte[] Compose(byte[] input)
    {
        using var writer = new FrameWriter();
        var number = _peer!.Peer.Inbox.Received;
        Span<uint> fields = stackalloc uint[3];
        for (var at = 0; at + 5 < input.Length;)
        {
            var kind = Kinds[input[at] % Kinds.Length];
            var count = input[at + 1] & 3;
            for (var i = 0; i < count; i++)
            {
                var value = input[at + 2 + i];
                fields[i] = value < 0xF0 ? value & 0x0Fu : uint.MaxValue >> (value & 0x1F);
            }

            var bytes = input.AsSpan(at + 5, Math.Min(input[at + 1] >> 3, input.Length - at - 5));
            var isNumbered = input[at + 1] == 0xFF ? MessageKinds.IsUnnumbered(kind) : !MessageKinds.IsUnnumbered(kind);
            writer.Append(kind, isNumbered ? ++number : 0, fields[..count], bytes);
            at += 5 + bytes.Length;
        }

        return writer.Count == 0 ? [FrameFlags.Version1] : writer.Complete(input.Length % 3 == 0 ? input.Length % 8 : null).ToArray();
    }

    private static TestPeer Busy(PeerRole role)
    {
        var peer = new TestPeer(role);
        for (var i = 0; i < 3; i++)
        {
            peer.Say(i);
            _ = peer.AskAsync(i).ContinueWith(task => task.Exception, TaskScheduler.Default);
        }

        _ = peer.Flow(3).MoveNextAsync().AsTask().ContinueWith(task => task.Exception, TaskScheduler.Default);
        peer.Next();
        return peer;
    }

    // Each kind of message alone, and one frame with everything in it.
    private static List<byte[]> ValidFrames(PeerRole role)
    {
        var (own, other) = ((uint)role, (uint)role ^ 1);
        (MessageKind Kind, uint[] Fields, byte[] Bytes)[] messages =
        [
            (MessageKind.Taken, [0, 2], []), (MessageKind.Ping, [], []), (MessageKind.Pong, [], []), (MessageKind.Emit, [0, 0], [5]),
            (MessageKind.Invoke, [0, 1, other], [5]), (MessageKind.Invoke, [0, 9, other + 2], [5]), (MessageKind.Invoke, [0, 3, other + 4], [5]),
            (MessageKind.Invoke, [0, 4, other + 6], [5]), (MessageKind.StreamItem, [other + 8], [1]), (MessageKind.Complete, [other + 8], []),
            (MessageKind.Result, [own], [5]), (MessageKind.Error, [own + 2, 1, 2], [65, 66]), (MessageKind.StreamItem, [own + 6], [1]), (MessageKind.Complete, [own + 6], []),
            (MessageKind.Cancel, [other], []), (MessageKind.Credit, [other + 4, 40], []),
            (MessageKind.ChannelOpen, [], [0x92, 0xA1, 0x61, 0xC4, 0x00]), (MessageKind.Close, [], []), ((MessageKind)30, [], [1, 2]),
        ];
        return [.. messages.Select(message => Frame([message])), Frame(messages), Frame(messages[3..14])];
    }

    private static byte[] Frame((MessageKind Kind, uint[] Fields, byte[] Bytes)[] messages)
    {
        using var writer = new FrameWriter();
        var number = 0L;
        foreach (var (kind, fields, bytes) in messages)
        {
            writer.Append(kind, MessageKinds.IsUnnumbered(kind) ? 0 : ++number, fields, bytes);
        }

        return writer.Complete(received: 3).ToArray();
    }
}

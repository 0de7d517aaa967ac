using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Tests.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>Whatever comes as a frame, it is handled or refused, and nothing else.</summary>
public sealed class FrameFuzzTests
{
    private const int Rounds = 100_000;

    [Fact]
    public void Garbage_breaks_no_server() => Play(PeerRole.Server, seed: 1);

    [Fact]
    public void Garbage_breaks_no_client() => Play(PeerRole.Client, seed: 2);

    private static void Play(PeerRole role, int seed)
    {
        var random = new Random(seed);
        var valid = ValidFrames(role);
        var refused = 0;
        TestPeer? peer = null;
        for (var round = 0; round < Rounds; round++)
        {
            // A fresh peer now and then, in the middle of calls and emits.
            if (round % 50 == 0)
            {
                peer?.Peer.End("the next one");
                peer = Busy(role);
            }

            var bytes = round % 5 == 0 ? Garbage(random) : Mutation.Mutate(random, valid[random.Next(valid.Count)]);
            try
            {
                peer!.Receive(bytes);
                peer.NextBytes();
            }
            catch (ProtocolException)
            {
                refused++;
            }
            catch (Exception error)
            {
                Assert.Fail($"round {round}: {Convert.ToHexString(bytes)}: {error}");
            }
        }

        Assert.InRange(refused, Rounds / 10, Rounds - (Rounds / 50));
    }

    private static byte[] Garbage(Random random)
    {
        var bytes = Mutation.Random(random, 60);
        return random.Next(2) == 0 ? bytes : [0x41, 0x01, 0x00, .. bytes];
    }

    private static TestPeer Busy(PeerRole role)
    {
        var peer = new TestPeer(role);
        for (var i = 0; i < 3; i++)
        {
            peer.Say(i);
            _ = peer.AskAsync(i).ContinueWith(task => task.Exception, TaskScheduler.Default);
        }

        peer.Next();
        return peer;
    }

    // One frame with everything in it, and each kind of message alone.
    private static List<byte[]> ValidFrames(PeerRole role)
    {
        var other = (uint)role ^ 1;
        (MessageKind Kind, uint[] Fields, byte[] Bytes)[] messages =
        [
            (MessageKind.Taken, [0, 2], []), (MessageKind.Ping, [], []), (MessageKind.Pong, [], []), (MessageKind.Emit, [0, 0], [5]),
            (MessageKind.Invoke, [0, 1, other], [5]), (MessageKind.Invoke, [0, 9, other + 2], [5]), (MessageKind.Result, [(uint)role], [5]),
            (MessageKind.Error, [(uint)role + 2, 1, 2], [65, 66]), (MessageKind.Cancel, [other], []), (MessageKind.StreamItem, [5], [1, 2, 3]),
            (MessageKind.ChannelOpen, [], [0x92, 0xA1, 0x61, 0xC4, 0x00]), (MessageKind.Close, [], []), ((MessageKind)30, [], [1, 2]),
        ];
        var frames = messages.Select(message => Frame([message])).ToList();
        frames.Add(Frame(messages));
        return frames;
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

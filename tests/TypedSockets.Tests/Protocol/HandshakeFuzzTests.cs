using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

/// <summary>Whatever comes as a handshake, it is read or refused, and nothing else.</summary>
public sealed class HandshakeFuzzTests
{
    private const int Rounds = 25_000;

    [Fact]
    public void Garbage_is_no_hello() => Play(seed: 1, HandshakeTests.CreateHello().ToBytes(), bytes => HelloMessage.Read(bytes, maxChannels: 64));

    [Fact]
    public void Garbage_is_no_welcome() => Play(seed: 2, HandshakeTests.CreateWelcome().ToBytes(), bytes => WelcomeMessage.Read(bytes));

    [Fact]
    public void Garbage_is_no_channel()
    {
        Play(seed: 3, ChannelMessages.Open(new ChannelRequest("chat", new byte[16])), bytes => ChannelMessages.ParseOpen(bytes));
        Play(seed: 4, ChannelMessages.Ready(new ChannelGrant("chat", 7)), bytes => ChannelMessages.ParseReady(bytes));
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        byte[] deep = [0x81, 0x64, .. Enumerable.Repeat((byte)0x91, 60_000)];
        Assert.Throws<ProtocolException>(() => HelloMessage.Read(deep, maxChannels: 64));
    }

    [Theory]
    [InlineData("DFFFFFFFFF")]
    [InlineData("8109DDFFFFFFFF")]
    [InlineData("8104C6FFFFFFFF")]
    [InlineData("8103DBFFFFFFFF")]
    [InlineData("810ACFFFFFFFFFFFFFFFFF")]
    public void A_length_that_promises_more_than_there_is_is_refused(string hex) =>
        Assert.Throws<ProtocolException>(() => HelloMessage.Read(Convert.FromHexString(hex), maxChannels: 64));

    private static void Play(int seed, byte[] valid, Action<byte[]> read)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = round % 4 == 0 ? Mutation.Random(random, 100) : Mutation.Mutate(random, valid);
            try
            {
                read(bytes);
            }
            catch (ProtocolException)
            {
                // Refused, as it should be.
            }
            catch (Exception error)
            {
                Assert.Fail($"round {round}: {Convert.ToHexString(bytes)}: {error}");
            }
        }
    }
}

using System.Text;
using TypedSockets.Hubs;
using TypedSockets.Integration.Tests.Kit.Catalogue;
using TypedSockets.Protocol;

namespace TypedSockets.Fuzz.Targets;

/// <summary>What is read before and beside the messages of hubs.</summary>
internal static class Handshakes
{
    private const int MaxChannels = 64;

    public static IEnumerable<FuzzTarget> Targets()
    {
        var contract = Contracts.Of<ICatalogue>();
        var manifest = contract.Manifest!;
        var own = ManifestReader.Parse(manifest);
        var grant = new ChannelGrant("catalogue", 3, manifest);
        var request = new ChannelRequest("catalogue", new byte[16]);
        yield return new ParserTarget<ProtocolException>("hello", bytes => HelloMessage.Read(bytes, MaxChannels), Hello(request));
        yield return new ParserTarget<ProtocolException>("welcome", bytes => WelcomeMessage.Read(bytes), Welcome(grant), Welcome(new ChannelGrant("catalogue", 3)));
        yield return new ParserTarget<ProtocolException>("open", bytes => ChannelMessages.ParseOpen(bytes), ChannelMessages.Open(request));
        yield return new ParserTarget<ProtocolException>("ready", bytes => ChannelMessages.ParseReady(bytes), ChannelMessages.Ready(grant));
        yield return new ParserTarget<ProtocolException>(
            "drain", bytes => DrainNotice.Read(bytes), new DrainNotice(TimeSpan.FromSeconds(5), 7).ToBytes(), new DrainNotice(TimeSpan.Zero, null).ToBytes());
        // Read and compared, as a client does.
        yield return new ParserTarget<FormatException>("manifest", bytes => _ = new ContractTranslation(contract, own, ManifestReader.Parse(Encoding.UTF8.GetString(bytes))), Encoding.UTF8.GetBytes(manifest));
    }

    private static byte[] Hello(ChannelRequest request) => new HelloMessage
    {
        Token = "token", SessionId = new byte[HelloMessage.SessionIdLength], Secret = new byte[HelloMessage.SecretLength], Attempt = 3, Create = true, Received = 70_000,
        Channels = [request, request with { Hub = "other" }], WindowMessages = 8192, WindowBytes = 1 << 20, MaxFrameBytes = 1 << 16, MaxPendingCalls = 256, ClientInfo = "fuzz",
    }.ToBytes();

    private static byte[] Welcome(ChannelGrant grant) => new WelcomeMessage
    {
        Outcome = SessionOutcome.Resumed, Received = 5, Channels = [grant], WindowMessages = 8192, WindowBytes = 1 << 20, MaxFrameBytes = 1 << 16, MaxPendingCalls = 256,
        PingAfter = 15_000, DeadAfter = 30_000, ConnectionId = "connection", Numbered = 9, ResumeWindow = 120, Epoch = "epoch",
    }.ToBytes();
}

using TypedSockets.Generators.Tests.Running;
using TypedSockets.Integration.Tests.Kit.Catalogue;

namespace TypedSockets.Fuzz.Targets;

/// <summary>Every member of the catalogue, with examples of what its callers send.</summary>
internal static class Members
{
    public static IEnumerable<FuzzTarget> Targets()
    {
        var side = Contracts.Side<ICatalogue>();
        var sender = LoopbackSender.To(side, new Catalogue());
        var other = side.CreateProxy(sender);
        new CatalogueTour(other, (_, _) => { }).VisitAsync().GetAwaiter().GetResult();
        SendRest(other).GetAwaiter().GetResult();
        var examples = sender.Sent.ToLookup(sent => sent.Method, sent => sent.Body);
        foreach (var method in side.Methods.ToArray())
        {
            yield return new MemberTarget(side, method, [.. examples[method].DefaultIfEmpty([0x90])]);
        }
    }

    private static async Task SendRest(ICatalogue other)
    {
        await other.Buy("tea", 2, "note");
#pragma warning disable CS0618
        await other.OldText("text");
#pragma warning restore CS0618
        await other.Read(2).CountAsync();
        await other.Upload("name", AsyncEnumerable.Empty<byte[]>());
        other.Note("note");
        await other.Tell("text", CatalogueTour.Tea);
        other.Hover(1, 2);
        other.Amount("tea", 1);
        await other.Noted("a", "b");
    }
}

namespace TypedSockets.Generators.Tests.Payloads;

/// <summary>Assemblies that let others see their internals.</summary>
public class SharedInternalsTests
{
    [Fact]
    public void An_internal_payload_of_a_library_that_shares_its_internals_survives_the_wire()
    {
        var library = PayloadFixture.Library("""
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Probe")]
            internal sealed record Message(string Text) { public int Stars { get; init; } = 3; }
            """);
        var fixture = PayloadFixture.ParseHub("internal interface IChatHub { void Post(Message message); }", library);
        var program = fixture.Run();
        Assert.Equal("""["a",3]""", program.Json(program.ReadJson("""["a"]""")));
    }

    [Fact]
    public void A_library_that_has_the_same_codec_does_not_get_in_the_way()
    {
        var codec = Assert.Single(PayloadFixture.Parse("Message message", "public record Message(string Text);").Files()).Value;
        var library = PayloadFixture.Library($$"""
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Probe")]
            {{codec}}
            public record Message(string Text);
            """);
        _ = PayloadFixture.Parse("Holder holder", "public record Holder(Message Message);", library).Run();
    }
}

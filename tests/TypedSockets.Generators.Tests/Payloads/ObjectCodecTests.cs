using TypedSockets.Codecs;

namespace TypedSockets.Generators.Tests.Payloads;

public class ObjectCodecTests
{
    private const string Message = """
        public sealed record Message(long Id, string Room, string Author, string Text, DateTimeOffset At);
        public static class Samples
        {
            public static Message One => new(7, "hall", "ann", "hi", new(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        }
        """;

    [Fact]
    public void A_record_is_an_array_of_its_members_and_survives_the_wire()
    {
        var program = PayloadFixture.Parse("Message message", Message).Run();
        var sample = program.Sample("One");
        Assert.StartsWith("""[7,"hall","ann","hi",""", program.Json(sample));
        Assert.Equal(sample, program.RoundTrip(sample));
    }
}

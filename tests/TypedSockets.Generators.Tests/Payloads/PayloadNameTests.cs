namespace TypedSockets.Generators.Tests.Payloads;

public class PayloadNameTests
{
    [Fact]
    public void Names_that_would_meet_are_kept_apart()
    {
        var fixture = PayloadFixture.Parse(
            "A.B_C a, A_B.C b, A.B.C c, PageOfInt32 d, Page<int> e, A_B_C f, Page<Int32> g, n.x h, N.X i, n.X j, @namespace.@class.@event k",
            """
            public class A { public record B_C(int V); public class B { public record C(int V); } }
            public class A_B { public record C(int V); }
            public record A_B_C(int V);
            public record Page<T>(T V);
            public record PageOfInt32(int V);
            public record Int32(string V);
            namespace n { public record x(int V); public record X(int V); }
            namespace N { public record X(int V); }
            namespace @namespace { public class @class { public record @event(int V); } }
            """);
        _ = fixture.Run();
        var names = fixture.Files().Keys.ToList();
        Assert.Equal(12, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("namespace.class_event.Codec", names);
    }

    [Fact]
    public void A_name_is_shortened_before_the_file_system_refuses_it()
    {
        var name = new string('a', 200);
        var fixture = PayloadFixture.Parse($"{name}1 a, {name}2 b", $"public record {name}1(int V); public record {name}2(int V);");
        _ = fixture.Run();
        Assert.Equal(2, fixture.Files().Count);
        Assert.All(fixture.Files().Keys, hint => Assert.True(hint.Length < 150));
    }

    [Fact]
    public void The_same_code_gives_the_same_files_and_equal_models()
    {
        const string Code = "public record Page<T>(List<T> Items, Author? Author); public class Author { public string Name { get; init; } = \"\"; }";
        var first = PayloadFixture.Parse("Page<Author> a, Page<int?> b", Code);
        var second = PayloadFixture.Parse("Page<Author> a, Page<int?> b", Code);
        Assert.Equal(first.Parser.Payloads, second.Parser.Payloads);
        Assert.Equal(first.Files(), second.Files());
        Assert.DoesNotContain(first.Files().Values, text => text.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public void The_layout_is_canonical_json()
    {
        var fixture = PayloadFixture.Parse("Message message", """
            namespace Chat { public enum Kind : byte { A } }
            public record Message(long Id, string Room, string? Note, Chat.Kind Kind, List<Message?>? More);
            """);
        Assert.Equal(
            """{"type":"Message","members":[{"name":"Id","type":"int64","optional":true},{"name":"Room","type":"string"},{"name":"Note","type":"string?","optional":true},{"name":"Kind","type":"enum(uint8)","optional":true},{"name":"More","type":"list(Message?)?","optional":true}]}""",
            Assert.Single(fixture.Parser.Payloads).Layout);
    }
}

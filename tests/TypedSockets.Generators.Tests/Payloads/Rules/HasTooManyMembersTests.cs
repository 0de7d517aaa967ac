namespace TypedSockets.Generators.Tests.Payloads.Rules;

/// <summary>TSKT2018: Split a payload type of more than 64 members.</summary>
public class HasTooManyMembersTests
{
    [Fact]
    public void Is_reported_with_the_number_of_members() =>
        RuleExpectation.Breaks("TSKT2018", "Wide a", Wide(65), "IProbe.Send.a", "65");

    [Fact]
    public void Is_silent_about_sixty_four_members_which_survive_the_wire()
    {
        RuleExpectation.Keeps("Wide a", Wide(64));
        var program = PayloadFixture.Parse("Wide a", Wide(64)).Run();
        var json = $"[{string.Join(',', Enumerable.Range(0, 64))}]";
        Assert.Equal(json, program.Json(program.ReadJson(json)));
    }

    private static string Wide(int members) =>
        $"public class Wide {{ {string.Join(' ', Enumerable.Range(0, members).Select(i => $"public required int V{i} {{ get; init; }}"))} }}";
}

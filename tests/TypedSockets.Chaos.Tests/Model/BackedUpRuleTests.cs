namespace TypedSockets.Chaos.Tests.Model;

/// <summary>
/// Rules that another one backs up: without one alone nothing goes wrong, without two something does (<see cref="NeededRuleTests"/>).
/// Both stay, since an implementation may have a mistake in either.
/// </summary>
public sealed class BackedUpRuleTests
{
    // The other rules let nothing through that the check would have to catch, so not a single state is new.
    [Fact]
    public void Without_the_sequence_check_alone_nothing_goes_wrong() => AssertSafe(Bounds.Standard, Mutations.NoSequenceCheck, states: 368_974);

    [Fact]
    public void A_blind_resend_alone_does_no_harm() => AssertSafe(Bounds.Standard, Mutations.BlindResend, states: 552_986);

    // One emit fewer than elsewhere, once in each direction: with two both ways it is more than six million states.
    [Theory]
    [InlineData(2, 1, 789_431)]
    [InlineData(1, 2, 626_226)]
    public void An_old_socket_that_is_still_read_alone_does_no_harm(int clientEmits, int serverEmits, int states) =>
        AssertSafe(Bounds.Standard with { ClientEmits = clientEmits, ServerEmits = serverEmits }, Mutations.OldSocketRead, states);

    private static void AssertSafe(Bounds bounds, Mutations mutation, int states)
    {
        var search = Explorer.Explore(bounds, mutation);

        Assert.Null(search.Violation);
        Assert.Equal(states, search.States);
    }
}

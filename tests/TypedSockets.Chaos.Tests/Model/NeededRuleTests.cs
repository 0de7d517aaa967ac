namespace TypedSockets.Chaos.Tests.Model;

/// <summary>Rules without which something goes wrong, and what: so the search can see it, and nobody drops them as superfluous.</summary>
public sealed class NeededRuleTests
{
    // A Hello of an abandoned socket founds a second session under the id, and the client's resume meets foreign numbers.
    [Fact]
    public void Without_tombstones_a_late_Hello_founds_an_ended_session_again() => AssertViolation(
        Mutations.NoTombstone,
        "the server cannot resume at 1: 0 acked, 0 numbered",
        length: 13,
        [
            ModelAction.ServerStartsSession, ModelAction.ServerNumbers, ModelAction.ClientTakes, ModelAction.SessionExpires,
            ModelAction.ServerStartsSession, ModelAction.ServerResumes,
        ]);

    [Fact]
    public void Without_the_attempt_fence_a_late_Hello_rewinds_the_session_below_what_was_freed() => AssertViolation(
        Mutations.NoAttemptFence,
        "the server cannot resume at 0: 1 acked, 1 numbered",
        length: 10,
        [ModelAction.ServerNumbers, ModelAction.ClientTakes, ModelAction.ClientDials, ModelAction.ServerResumes, ModelAction.ServerResumes]);

    [Fact]
    public void A_new_session_that_reports_nothing_loses_what_was_under_way() => AssertViolation(
        Mutations.NothingReported,
        "silent loss: emit 1 of the client was neither delivered nor reported",
        length: 11,
        [ModelAction.ClientNumbers, ModelAction.ServerCrashes, ModelAction.ClientStartsAnew, ModelAction.ClientOpens]);

    [Fact]
    public void What_was_numbered_and_is_sent_again_in_a_new_session_comes_twice() => AssertViolation(
        Mutations.NumberedSentAgain,
        "at the server, duplicate: emit 1 was delivered again",
        length: 14,
        [
            ModelAction.ClientNumbers, ModelAction.ServerTakes, ModelAction.ServerCrashes, ModelAction.ClientStartsAnew,
            ModelAction.ClientNumbers, ModelAction.ServerTakes,
        ]);

    [Fact]
    public void An_old_socket_that_is_still_read_without_a_sequence_check_delivers_twice() => AssertViolation(
        Mutations.OldSocketRead | Mutations.NoSequenceCheck,
        "at the server, duplicate: emit 1 was delivered again",
        length: 11,
        [ModelAction.ClientNumbers, ModelAction.ServerResumes, ModelAction.ClientResends, ModelAction.ServerTakes, ModelAction.ServerTakes]);

    [Fact]
    public void A_blind_resend_without_a_sequence_check_delivers_twice() => AssertViolation(
        Mutations.BlindResend | Mutations.NoSequenceCheck,
        "at the server, duplicate: emit 1 was delivered again",
        length: 11,
        [ModelAction.ClientNumbers, ModelAction.ServerTakes, ModelAction.ServerResumes, ModelAction.ClientResends, ModelAction.ServerTakes]);

    // Of several shortest paths the first one tried is found; named are those of its actions that make the mistake.
    private static void AssertViolation(Mutations mutations, string text, int length, ModelAction[] named)
    {
        var violation = Explorer.Explore(Bounds.Standard, mutations).Violation;

        Assert.NotNull(violation);
        Assert.Equal(text, violation.Text);
        Assert.Equal(length, violation.Path.Count);
        Assert.Equal(named, InOrder(named, violation.Path));
    }

    // As much of what is looked for as the path has in this order.
    private static IEnumerable<ModelAction> InOrder(ModelAction[] named, IReadOnlyList<ModelAction> path)
    {
        var found = 0;
        foreach (var action in path)
        {
            if (found < named.Length && action == named[found])
            {
                found++;
            }
        }

        return named.Take(found);
    }
}

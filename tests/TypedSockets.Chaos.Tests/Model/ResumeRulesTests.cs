namespace TypedSockets.Chaos.Tests.Model;

/// <summary>
/// The rules of sessions and resuming, tried in every order within small bounds, both directions together. Left out of the model are
/// windows, several hubs, and an application slower than its inbox: none of them decides what is sent again.
/// </summary>
public sealed class ResumeRulesTests
{
    // One search for all that is asked of it.
    private static readonly Lazy<Exploration> AsDesigned = new(() => Explorer.Explore(Bounds.Standard));

    [Fact]
    public void As_designed_every_emit_is_delivered_once_and_in_order_or_known_to_be_lost() => Assert.Null(AsDesigned.Value.Violation);

    // A model that reaches too little, by a mistake or a changed rule, is safe for nothing.
    [Fact]
    public void As_designed_exactly_the_expected_states_are_reached()
    {
        var search = AsDesigned.Value;

        Assert.Equal((368_974, 1_234_128, 8_796), (search.States, search.Transitions, search.QuiescentStates));
    }

    // Skipping is there for what the other rules let through, and they let nothing through.
    [Fact]
    public void As_designed_everything_happens_but_a_number_that_comes_twice()
    {
        var never = AsDesigned.Value.Occurrences.Where(action => action.Value == 0).Select(action => action.Key);

        Assert.Equal([ModelAction.ClientSkips, ModelAction.ServerDropsFrame, ModelAction.ServerSkips], never);
    }

    [Fact]
    public void With_one_more_dial_and_one_more_crash_or_expiry_the_rules_hold_too()
    {
        var search = Explorer.Explore(new Bounds(ClientEmits: 2, ServerEmits: 1, Dials: 4, Faults: 2));

        Assert.Null(search.Violation);
        Assert.Equal((1_015_898, 3_755_333, 32_697), (search.States, search.Transitions, search.QuiescentStates));
    }
}

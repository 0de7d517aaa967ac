namespace TypedSockets.Chaos.Tests.Model;

/// <summary>Tries everything that can happen, breadth first, so that what it finds wrong is found by a shortest path.</summary>
internal sealed class Explorer(ModelRules rules)
{
    private readonly ClientActions _client = new(rules);
    private readonly ServerActions _server = new(rules);
    private readonly Faults _faults = new(rules);
    private readonly StateTable _reached = new();
    private readonly Queue<ModelState> _frontier = new();
    private readonly long[] _occurrences = new long[Enum.GetValues<ModelAction>().Length];
    private readonly byte[] _key = new byte[StateKey.MaxLength];
    private long _transitions;
    private int _quiescent;

    public static Exploration Explore(Bounds bounds, Mutations mutations = Mutations.None) => new Explorer(new ModelRules(bounds, mutations)).Run();

    private Exploration Run()
    {
        var steps = new Steps();
        var violation = Discover(ModelState.Initial, parent: -1, default);

        // States leave the queue in the order in which they entered the table.
        for (var index = 0; violation is null && _frontier.TryDequeue(out var state); index++)
        {
            steps.Clear();
            _client.Collect(state, steps);
            _server.Collect(state, steps);
            _faults.Collect(state, steps);
            violation = Follow(steps, index);
        }

        var occurrences = Enum.GetValues<ModelAction>().ToDictionary(action => action, action => _occurrences[(int)action]);
        return new Exploration(_reached.Count, _transitions, _quiescent, occurrences, violation);
    }

    private Violation? Follow(Steps steps, int index)
    {
        foreach (var step in steps.All)
        {
            _transitions++;
            _occurrences[(int)step.Action]++;
            var violation = step.State is null
                ? new Violation(step.Violation!, [.. _reached.PathTo(index), step.Action])
                : Discover(step.State, index, step.Action);
            if (violation is not null)
            {
                return violation;
            }
        }

        return null;
    }

    private Violation? Discover(ModelState state, int parent, ModelAction action)
    {
        var length = StateKey.Write(state, _key);
        if (!_reached.TryAdd(_key.AsSpan(0, length), parent, action))
        {
            return null;
        }

        _frontier.Enqueue(state);
        if (!Quiescence.IsQuiet(state))
        {
            return null;
        }

        _quiescent++;
        var loss = Quiescence.FindSilentLoss(state);
        return loss is null ? null : new Violation(loss, _reached.PathTo(_reached.Count - 1));
    }
}

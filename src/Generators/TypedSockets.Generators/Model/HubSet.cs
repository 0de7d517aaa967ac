namespace TypedSockets.Generators.Model;

/// <summary>Makes one list of the hubs of an assembly, in which no two want a file of the same name.</summary>
internal static class HubSet
{
    /// <summary>
    /// Each hub once, in ordinal order: one whose attribute was written on two parts comes twice. File names that only differ in case get a number.
    /// </summary>
    internal static EquatableArray<HubModel> Distinct(IEnumerable<HubModel> hubs)
    {
        var byType = new SortedDictionary<string, HubModel>(StringComparer.Ordinal);
        foreach (var hub in hubs)
        {
            byType[hub.Server.Type] = hub;
        }

        var hints = Hints(byType.Values);
        var distinct = new List<HubModel>(byType.Count);
        foreach (var hub in byType.Values)
        {
            distinct.Add(hub with
            {
                Server = hub.Server with { HintPrefix = hints[hub.Server.Type] },
                Client = hub.Client with { HintPrefix = hints[hub.Client.Type] },
            });
        }

        return new([.. distinct]);
    }

    private static Dictionary<string, string> Hints(IEnumerable<HubModel> hubs)
    {
        var sides = new SortedDictionary<string, InterfaceModel>(StringComparer.Ordinal);
        foreach (var hub in hubs)
        {
            sides[hub.Server.Type] = hub.Server;
            sides[hub.Client.Type] = hub.Client;
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var hints = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var side in sides)
        {
            var hint = side.Value.HintPrefix;
            for (var i = 2; !taken.Add(hint); i++)
            {
                hint = $"{side.Value.HintPrefix}.{i}";
            }

            hints.Add(side.Key, hint);
        }

        return hints;
    }
}

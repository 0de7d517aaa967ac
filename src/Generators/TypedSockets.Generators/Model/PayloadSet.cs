namespace TypedSockets.Generators.Model;

/// <summary>Makes one list of the payload types of several hubs.</summary>
internal static class PayloadSet
{
    /// <summary>Each type once, in ordinal order. File names that only differ in case, which one file system in two cannot hold, get a number.</summary>
    internal static EquatableArray<PayloadModel> Distinct(IEnumerable<PayloadModel> payloads)
    {
        var byType = new SortedDictionary<string, PayloadModel>(StringComparer.Ordinal);
        foreach (var payload in payloads)
        {
            byType[payload.Type] = payload;
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new List<PayloadModel>(byType.Count);
        foreach (var payload in byType.Values)
        {
            var hint = payload.Name.Hint;
            for (var i = 2; !taken.Add(hint); i++)
            {
                hint = $"{payload.Name.Hint}.{i}";
            }

            distinct.Add(hint == payload.Name.Hint ? payload : payload with { Name = payload.Name with { Hint = hint } });
        }

        return new([.. distinct]);
    }
}

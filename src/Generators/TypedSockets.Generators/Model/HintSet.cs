namespace TypedSockets.Generators.Model;

/// <summary>
/// The interfaces whose file names differ only in case, or are equal after shortening: the compiler refuses two such files, and with them all output.
/// Nearly always empty.
/// </summary>
/// <param name="Ambiguous">The interfaces, fully qualified, in ordinal order.</param>
internal sealed record HintSet(EquatableArray<string> Ambiguous)
{
    internal static HintSet Of(IReadOnlyList<HubModel> hubs)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var ambiguous = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var hub in hubs)
        {
            Claim(hub.Server);
            Claim(hub.Client);
        }

        return new HintSet(new EquatableArray<string>([.. ambiguous]));

        void Claim(InterfaceModel side)
        {
            if (!owners.TryGetValue(side.Names.Hint, out var owner))
            {
                owners.Add(side.Names.Hint, side.Type);
            }
            else if (owner != side.Type)
            {
                ambiguous.Add(owner);
                ambiguous.Add(side.Type);
            }
        }
    }

    /// <summary>The interface, with a file name that no other one has.</summary>
    internal InterfaceModel Apply(InterfaceModel side)
    {
        foreach (var type in Ambiguous)
        {
            if (type == side.Type)
            {
                return side with { Names = side.Names with { Hint = $"{side.Names.Hint}_{StableHash.Of(side.Type)}" } };
            }
        }

        return side;
    }
}

namespace TypedSockets.Generators.Locking;

/// <summary>
/// The contract lock, <c>typedsockets.lock.json</c>: the contracts of a project as deployed peers know them. Its text is the same wherever and however often it is written, with a
/// line for each member, so that changes can be read and merged.
/// </summary>
/// <param name="contracts">The contracts, in any order.</param>
internal sealed class ContractLock(IEnumerable<LockedContract> contracts)
{
    /// <summary>What the file is called, beside the project.</summary>
    internal const string FileName = "typedsockets.lock.json";

    private readonly SortedDictionary<string, LockedContract> _contracts = Sort(contracts);

    /// <summary>The contracts, by their hubs' names.</summary>
    internal IEnumerable<LockedContract> Contracts => _contracts.Values;

    /// <summary>Reads a lock.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static ContractLock Parse(string text) => new(LockReader.Read(text));

    internal LockedContract? Find(string hub) => _contracts.TryGetValue(hub, out var contract) ? contract : null;

    /// <summary>The text of the file.</summary>
    internal string ToText() => LockWriter.Write(_contracts.Values);

    private static SortedDictionary<string, LockedContract> Sort(IEnumerable<LockedContract> contracts)
    {
        var sorted = new SortedDictionary<string, LockedContract>(StringComparer.Ordinal);
        foreach (var contract in contracts)
        {
            sorted[contract.Hub] = contract;
        }

        return sorted;
    }
}

using TypedSockets.Hubs;

namespace TypedSockets.Generators.Locking;

/// <summary>Finds what in a contract breaks peers that know it as the lock does: clients that are older than the server, and servers that are older than a client.</summary>
/// <param name="locked">The contract as it was.</param>
/// <param name="current">The contract as it is.</param>
internal sealed class LockComparison(ContractManifest locked, ContractManifest current)
{
    private readonly LayoutComparison _fromOld = new(locked, current);
    private readonly LayoutComparison _fromNew = new(current, locked);

    /// <summary>The breaks: one for a member, in the order of the lock.</summary>
    internal List<LockDifference> Find()
    {
        var differences = new List<LockDifference>();
        Compare(locked.Server, current.Server, isServerSide: true, differences);
        Compare(locked.Client, current.Client, isServerSide: false, differences);
        FindLostCases(differences);
        return differences;
    }

    private void Compare(IReadOnlyList<ManifestMember> before, IReadOnlyList<ManifestMember> after, bool isServerSide, List<LockDifference> differences)
    {
        foreach (var member in before)
        {
            var same = Find(after, member.Name);
            var reason = same is null ? null : OfClient(member, same, isServerSide) ?? OfServer(member, same, isServerSide);
            if (same is null || reason is not null)
            {
                differences.Add(new LockDifference(isServerSide, member.Name, reason));
            }
        }
    }

    // A client that was built before, and this server.
    private string? OfClient(ManifestMember before, ManifestMember after, bool isServerSide) => Explain("client", isServerSide
        ? LayoutComparison.Compare(before, after, _fromOld, _fromNew)
        : LayoutComparison.Compare(after, before, _fromNew, _fromOld));

    // A server that was built before, and this client.
    private string? OfServer(ManifestMember before, ManifestMember after, bool isServerSide) => Explain("server", isServerSide
        ? LayoutComparison.Compare(after, before, _fromNew, _fromOld)
        : LayoutComparison.Compare(before, after, _fromOld, _fromNew));

    private static string? Explain(string end, string? difference) => difference is null ? null : $"with a {end} that was built before, {difference}";

    // What peers tell each other leaves this to the value: a case that is not known is an error where it is read.
    private void FindLostCases(List<LockDifference> differences)
    {
        foreach (var payload in locked.Payloads)
        {
            if (payload.Value.Cases is not { } before || !current.Payloads.TryGetValue(payload.Key, out var same) || same.Cases is not { } after)
            {
                continue;
            }

            foreach (var item in before)
            {
                if (!after.ContainsKey(item.Key))
                {
                    differences.Add(new LockDifference(IsServerSide: true, Member: null, $"the union {payload.Key} has no case {item.Key} any more, which peers that were built before may send"));
                }
            }
        }
    }

    private static ManifestMember? Find(IReadOnlyList<ManifestMember> members, string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }
}

namespace TypedSockets.Hubs;

/// <summary>
/// What a client's contract means to a server that was built from another version of it, member by member, by their names on the wire. The numbers on the wire are
/// always the server's. Immutable.
/// </summary>
internal sealed class ContractTranslation
{
    private readonly Dictionary<HubMethod, uint> _wireIds = [];
    private readonly Dictionary<HubMethod, string> _problems = [];
    private readonly Dictionary<uint, HubMethod?> _methods = [];
    private readonly List<ContractDifference> _differences = [];

    /// <param name="own">The client's contract.</param>
    /// <param name="manifest">The client's manifest.</param>
    /// <param name="theirs">The server's manifest.</param>
    public ContractTranslation(HubContract own, ContractManifest manifest, ContractManifest theirs)
    {
        var toServer = new LayoutComparison(manifest, theirs);
        var toClient = new LayoutComparison(theirs, manifest);
        foreach (var member in manifest.Server)
        {
            var method = Find(own.Server, member.Id);
            var other = theirs.Server.FirstOrDefault(other => other.Name == member.Name);
            var problem = other is null ? "the server does not have it" : LayoutComparison.Compare(member, other, toServer, toClient);
            if (problem is null)
            {
                _wireIds.Add(method, other!.Id);
            }
            else
            {
                Note(own, method.ToString(), problem);
                _problems.Add(method, problem);
            }
        }

        foreach (var member in theirs.Client)
        {
            var other = manifest.Client.FirstOrDefault(other => other.Name == member.Name);
            var method = other is null ? null : Find(own.Client, other.Id);
            var problem = other is null ? "this client does not have it" : LayoutComparison.Compare(member, other, toClient, toServer);
            _methods[member.Id] = problem is null ? method : null;
            if (problem is not null)
            {
                Note(own, method?.ToString() ?? member.Name, problem);
            }
        }
    }

    /// <summary>The members that do not work.</summary>
    public IReadOnlyList<ContractDifference> Differences => _differences;

    /// <summary>The server's number of a member.</summary>
    /// <exception cref="KeyNotFoundException">The member does not work.</exception>
    public uint WireId(HubMethod method) => _wireIds[method];

    /// <summary>Why a member cannot be sent; null if it can.</summary>
    public string? ProblemOf(HubMethod method) => _problems.GetValueOrDefault(method);

    /// <summary>Finds a member of the client by the server's number.</summary>
    /// <param name="wireId">The number.</param>
    /// <param name="method">The member; null if it does not work.</param>
    /// <returns>Whether the server has a member of that number.</returns>
    public bool TryFind(uint wireId, out HubMethod? method) => _methods.TryGetValue(wireId, out method);

    private static HubMethod Find(ContractSide side, uint id)
    {
        foreach (var method in side.Methods)
        {
            if (method.Id == id)
            {
                return method;
            }
        }

        throw new ArgumentException($"the contract has no member number {id}", nameof(id));
    }

    private void Note(HubContract own, string member, string reason) => _differences.Add(new ContractDifference(own.Name, member, reason));
}

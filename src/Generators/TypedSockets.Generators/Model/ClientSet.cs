namespace TypedSockets.Generators.Model;

/// <summary>Makes one list of the client interfaces of several hubs.</summary>
internal static class ClientSet
{
    /// <summary>Each interface once, in ordinal order.</summary>
    internal static EquatableArray<ClientModel> Distinct(IReadOnlyList<HubModel> hubs)
    {
        var servers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hub in hubs)
        {
            servers.Add(hub.Server.Type);
        }

        var hints = HintSet.Of(hubs);
        var clients = new SortedDictionary<string, ClientModel>(StringComparer.Ordinal);
        foreach (var hub in hubs)
        {
            clients[hub.Client.Type] = new ClientModel(hints.Apply(hub.Client), !servers.Contains(hub.Client.Type), hub.EmitsRecipients);
        }

        return new([.. clients.Values]);
    }
}

namespace TypedSockets.Generators.Model;

/// <summary>Makes one list of the client interfaces of several hubs.</summary>
internal static class ClientSet
{
    /// <summary>Each interface once, in ordinal order; not one that is a hub of its own, whose files are written there.</summary>
    internal static EquatableArray<ClientModel> Distinct(IEnumerable<HubModel> hubs)
    {
        var clients = new SortedDictionary<string, ClientModel>(StringComparer.Ordinal);
        var servers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hub in hubs)
        {
            clients[hub.Client.Type] = new ClientModel(hub.Client, hub.EmitsRecipients);
            servers.Add(hub.Server.Type);
        }

        foreach (var server in servers)
        {
            clients.Remove(server);
        }

        return new([.. clients.Values]);
    }
}

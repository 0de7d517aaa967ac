namespace TypedSockets.Generators.Model;

/// <summary>Makes one list of the client interfaces of several hubs.</summary>
internal static class ClientSet
{
    /// <summary>Each interface once, in ordinal order.</summary>
    internal static EquatableArray<ClientModel> Distinct(IEnumerable<HubModel> hubs)
    {
        var clients = new SortedDictionary<string, HubModel>(StringComparer.Ordinal);
        var servers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hub in hubs)
        {
            clients[hub.Client.Type] = hub;
            servers.Add(hub.Server.Type);
        }

        var distinct = new List<ClientModel>(clients.Count);
        foreach (var client in clients)
        {
            distinct.Add(new ClientModel(client.Value.Client, !servers.Contains(client.Key), client.Value.EmitsRecipients));
        }

        return new([.. distinct]);
    }
}

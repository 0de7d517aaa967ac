namespace EndToEnd.Clients;

/// <summary>What both clients can do, each as its users call it.</summary>
internal interface IClient : IAsyncDisposable
{
    /// <summary>Called for every event that the server pushes, one after another.</summary>
    Action Came { get; set; }

    Task ConnectAsync();

    /// <summary>A call that answers with its arguments.</summary>
    ValueTask CallAsync();

    /// <summary>A message that is not answered.</summary>
    ValueTask EmitAsync();

    /// <summary>Asks for so many events of so many bytes.</summary>
    ValueTask PushAsync(int count, int bytes);
}

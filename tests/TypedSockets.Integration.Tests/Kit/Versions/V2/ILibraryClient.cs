namespace TypedSockets.Integration.Tests.Kit.Versions.V2;

public interface ILibraryClient
{
    void Announced(string text);

    void Arrived(Book book);

    ValueTask<bool> Confirm(string question, bool twice = false);

    [SocketEvent("Greet")]
    ValueTask<string> Welcome(string name);

    ValueTask<string> Count(string what);

    void Noise(string text);
}

namespace TypedSockets.Integration.Tests.Kit.Versions.V1;

public interface ILibraryClient
{
    void Arrived(Book book);

    ValueTask<bool> Confirm(string question);

    ValueTask<string> Greet(string name);

    ValueTask<int> Count(int most);

    void Noise(int loudness);
}

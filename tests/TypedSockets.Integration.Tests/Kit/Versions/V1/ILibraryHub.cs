namespace TypedSockets.Integration.Tests.Kit.Versions.V1;

/// <summary>The first version of a contract.</summary>
[SocketHub<ILibraryClient>("library")]
public partial interface ILibraryHub
{
    ValueTask<Book> Find(string title);

    ValueTask<string> Lend(string title);

    ValueTask<string> Return(string title);

    ValueTask<string> Shelf(int number);

    ValueTask<string> Sell(string title);

    void Wish(string title);

    void Shout(int loudness);

    [Volatile]
    void Hover(int place);

    IAsyncEnumerable<Book> List(int count);

    ValueTask<string> AskEverything();
}

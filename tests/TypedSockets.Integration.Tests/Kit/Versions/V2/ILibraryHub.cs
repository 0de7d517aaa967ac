namespace TypedSockets.Integration.Tests.Kit.Versions.V2;

/// <summary>The second version: a method is added, and one is gone; one has another name, one a further parameter, one another type, and one answers now.</summary>
#pragma warning disable TSKT1020 // Two versions of a contract stand in one project only here.
[SocketHub<ILibraryClient>("library")]
public partial interface ILibraryHub
#pragma warning restore TSKT1020
{
    ValueTask<int> Added(int number);

    ValueTask<Book> Find(string title);

    ValueTask<string> Lend(string title, int days = 14);

    [SocketEvent("Return")]
    ValueTask<string> GiveBack(string title);

    ValueTask<string> Shelf(string letter);

    void Wish(string title, int urgency = 1);

    void Shout(string text);

    ValueTask<int> Hover(int place);

    IAsyncEnumerable<Book> List(int count);

    ValueTask<string> AskEverything();
}

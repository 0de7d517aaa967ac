namespace TypedSockets.Integration.Tests.Kit.Versions.V2;

public sealed class LibraryHub(Probe probe) : SocketHub<ILibraryClient>, ILibraryHub
{
    public ValueTask<int> Added(int number) => new(number + 1);

    public ValueTask<Book> Find(string title) => new(new Book(title, 100, "Austen"));

    public ValueTask<string> Lend(string title, int days) => new($"{title} lent for {days}");

    public ValueTask<string> GiveBack(string title) => new($"{title} given back");

    public ValueTask<string> Shelf(string letter) => new($"shelf {letter}");

    public void Wish(string title, int urgency) => probe.Happened.Writer.TryWrite($"wish {title} {urgency}");

    public void Shout(string text) => probe.Happened.Writer.TryWrite($"shout {text}");

    public ValueTask<int> Hover(int place) => new(place);

    public IAsyncEnumerable<Book> List(int count) => Enumerable.Range(1, count).Select(number => new Book($"book {number}", number, "Austen")).ToAsyncEnumerable();

    public async ValueTask<string> AskEverything()
    {
        Clients.Caller.Announced("new");
        Clients.Caller.Noise("bang");
        Clients.Caller.Arrived(new Book("Emma", 400, "Austen"));
        var confirmed = await Clients.Caller.Confirm("sure?", twice: true);
        var greeted = await Clients.Caller.Welcome("Ada");
        var count = await Outcome.OfAsync(Clients.Caller.Count("books"));
        return $"{confirmed} {greeted} {count}";
    }
}

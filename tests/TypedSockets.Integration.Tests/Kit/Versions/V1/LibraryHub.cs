namespace TypedSockets.Integration.Tests.Kit.Versions.V1;

public sealed class LibraryHub(Probe probe) : SocketHub<ILibraryClient>, ILibraryHub
{
    public ValueTask<Book> Find(string title) => new(new Book(title, 100));

    public ValueTask<string> Lend(string title) => new($"{title} lent");

    public ValueTask<string> Return(string title) => new($"{title} returned");

    public ValueTask<string> Shelf(int number) => new($"shelf {number}");

    public ValueTask<string> Sell(string title) => new($"{title} sold");

    public void Wish(string title) => probe.Happened.Writer.TryWrite($"wish {title}");

    public void Shout(int loudness) => probe.Happened.Writer.TryWrite($"shout {loudness}");

    public void Hover(int place) => probe.Happened.Writer.TryWrite($"hover {place}");

    public IAsyncEnumerable<Book> List(int count) => Enumerable.Range(1, count).Select(number => new Book($"book {number}", number)).ToAsyncEnumerable();

    public async ValueTask<string> AskEverything()
    {
        Clients.Caller.Noise(3);
        Clients.Caller.Arrived(new Book("Emma", 400));
        var confirmed = await Clients.Caller.Confirm("sure?");
        var greeted = await Clients.Caller.Greet("Ada");
        var count = await Outcome.OfAsync(Clients.Caller.Count(5));
        return $"{confirmed} {greeted} {count}";
    }
}

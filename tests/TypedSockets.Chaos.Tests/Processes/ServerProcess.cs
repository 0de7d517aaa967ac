using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>A server in a process of its own, and what it says that it has heard from its clients.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ChildProcess _process;
    private readonly int _port;
    private readonly Dictionary<int, List<long>> _ups = [];
    private readonly Dictionary<int, List<long>> _calls = [];
    private readonly Dictionary<int, long> _downs = [];
    private readonly List<string> _others = [];
    private bool _listening;

    private ServerProcess(int port, string[] arguments)
    {
        _port = port;
        _process = ChildProcess.Start(Hear, ["serve", "--port", port.ToString(CultureInfo.InvariantCulture), .. arguments]);
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public ChildProcess Process => _process;

    /// <summary>Starts a server and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(int port, params string[] arguments)
    {
        var server = new ServerProcess(port, arguments);
        await Eventually.UntilAsync(
            () => server.Locked(() => server._listening) || server._process.HasExited, () => "the server did not begin to listen");
        Assert.False(server._process.HasExited, server._process.Errors);
        return server;
    }

    /// <summary>A port that nobody listens on, and that no outgoing connection gets by chance: a second process must be able to take it.</summary>
    public static int FindPort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }

    /// <summary>The numbers of a client's emits, in the order in which they were handled.</summary>
    public List<long> Ups(int client) => Locked(() => _ups.GetValueOrDefault(client, []).ToList());

    /// <summary>The number of the client's emit that was handled last.</summary>
    public long LastUp(int client) => Locked(() => _ups.TryGetValue(client, out var numbers) ? numbers[^1] : 0);

    /// <summary>The numbers of a client's calls, in the order in which they began to be handled.</summary>
    public List<long> Calls(int client) => Locked(() => _calls.GetValueOrDefault(client, []).ToList());

    /// <summary>How many messages a client was sent; known once the server sends no more.</summary>
    public long Downs(int client) => Locked(() => _downs.GetValueOrDefault(client, -1));

    /// <summary>Lines of other kinds.</summary>
    public List<string> Others => Locked(() => _others.ToList());

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Hear(string line)
    {
        var words = line.Split(' ');
        lock (_gate)
        {
            switch (words[0])
            {
                case "up":
                    Add(_ups, words);
                    break;
                case "call":
                    Add(_calls, words);
                    break;
                case "down":
                    _downs[Client(words)] = Number(words);
                    break;
                case "listening":
                    _listening = true;
                    break;
                default:
                    _others.Add(line);
                    break;
            }
        }
    }

    private static void Add(Dictionary<int, List<long>> numbers, string[] words)
    {
        if (!numbers.TryGetValue(Client(words), out var list))
        {
            numbers.Add(Client(words), list = []);
        }

        list.Add(Number(words));
    }

    private static int Client(string[] words) => int.Parse(words[1], CultureInfo.InvariantCulture);

    private static long Number(string[] words) => long.Parse(words[2], CultureInfo.InvariantCulture);
}

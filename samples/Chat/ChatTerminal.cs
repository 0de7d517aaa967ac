using TypedSockets;

namespace Chat;

/// <summary>A person at a terminal: what they type is posted, what others say is printed.</summary>
public sealed class ChatTerminal(string address, string name, string room, Screen screen)
{
    /// <summary>Chats until the input ends, or the person says <c>/quit</c>.</summary>
    /// <param name="redirected">Where the lines come from, or null for the keyboard.</param>
    public async Task RunAsync(TextReader? redirected)
    {
        await using var socket = new TypedSocketClient($"{address.TrimEnd('/')}/ws");
        HubClient<IChatHub> chat = socket.Hub<IChatHub>();
        var closed = new TaskCompletionSource();
        var leaving = false;

        chat.On.Posted(message => screen.Print($"{message.Author}: {message.Text}"));
        chat.On.SomeoneTypes(who => screen.Notice($"{who} is typing ..."));
        chat.On.SomeoneCame(who => screen.Notice($"{who} came in"));
        chat.On.SomeoneLeft(who => screen.Notice($"{who} left"));
        socket.StateChanged += state =>
        {
            if (state is SocketState.Closed(var code, var reason) && !leaving)
            {
                screen.Notice($"the connection is closed ({code}): {reason}");
                closed.TrySetResult();
            }
        };

        await socket.ConnectAsync();
        foreach (var message in await chat.Emit.Join(room, name))
        {
            screen.Print($"{message.Author}: {message.Text}");
        }

        screen.Notice($"you are '{name}' in '{room}'; /who lists who is here, /quit leaves");
        var input = redirected ?? new KeyboardReader(screen, chat.Emit.Typing);
        while (!closed.Task.IsCompleted && await ReadAsync(input, closed.Task) is { } line)
        {
            if (!await HandleAsync(chat, line))
            {
                break;
            }
        }

        leaving = true;
    }

    private async Task<bool> HandleAsync(HubClient<IChatHub> chat, string line)
    {
        switch (line.Trim())
        {
            case "/quit" when screen.IsTerminal:
                return false;
            case "/who" when screen.IsTerminal:
                screen.Print($"here: {string.Join(", ", await chat.Emit.WhoIsHere())}");
                return true;
            default:
                await chat.Emit.Post(line);
                return true;
        }
    }

    // A terminal's read cannot be cancelled: it is left behind when the connection closes.
    private static async Task<string?> ReadAsync(TextReader input, Task closed)
    {
        var read = Task.Run(input.ReadLine);
        return await Task.WhenAny(read, closed) == read ? await read : null;
    }
}

using TypedSockets;
using TypedSockets.Testing;

namespace Chat;

/// <summary>A person at a terminal: what they type is posted, what others say is printed.</summary>
/// <param name="address">The chat's address.</param>
/// <param name="name">The name that others see.</param>
/// <param name="room">The room to enter.</param>
/// <param name="screen">What the person sees.</param>
/// <param name="line">The line to the server, if the person may cut it.</param>
public sealed class ChatTerminal(string address, string name, string room, Screen screen, FaultProxy? line = null)
{
    private readonly TaskCompletionSource _closed = new();

    /// <summary>Chats until the input ends, or the person says <c>/quit</c>.</summary>
    /// <param name="redirected">Where the lines come from, or null for the keyboard.</param>
    public async Task RunAsync(TextReader? redirected)
    {
        await using var socket = new TypedSocketClient($"{address.TrimEnd('/')}/ws");
        HubClient<IChatHub> chat = socket.Hub<IChatHub>();

        chat.On.Posted(message => screen.Print($"{message.Author}: {message.Text}"));
        chat.On.SomeoneTypes(who => screen.Notice($"{who} is typing ..."));
        chat.On.SomeoneCame(who => screen.Notice($"{who} came in"));
        chat.On.SomeoneLeft(who => screen.Notice($"{who} left"));
        Watch(socket, chat);

        await socket.ConnectAsync();
        foreach (var message in await chat.Emit.Join(room, name))
        {
            screen.Print($"{message.Author}: {message.Text}");
        }

        screen.Notice($"you are '{name}' in '{room}'; /who lists who is here, /quit leaves{(line is null ? "" : ", /cut cuts the line, /mend mends it")}");
        var input = redirected ?? new KeyboardReader(screen, chat.Emit.Typing);
        while (!_closed.Task.IsCompleted && await ReadAsync(input) is { } text)
        {
            if (!await HandleAsync(chat, text))
            {
                break;
            }
        }
    }

    // A lost line is a pause: what is typed meanwhile waits. Only a lost session has to be set up again.
    private void Watch(TypedSocketClient socket, HubClient<IChatHub> chat)
    {
        socket.Resumed += _ => screen.Notice("the line is back, and nothing was lost");
        socket.Gap += gap => screen.Notice($"the server has lost our session ({gap.Reason}): {gap.Count?.ToString() ?? "some"} messages may be missing");
        socket.NewSession += async _ => await chat.Emit.Join(room, name);
        var open = false;
        socket.StateChanged += state =>
        {
            switch (state)
            {
                case SocketState.Reconnecting when open:
                    screen.Notice("the line is lost; reconnecting ...");
                    break;
                case SocketState.Closed(not (int)SocketCloseCode.Normal and var code, var reason):
                    screen.Notice($"the connection is closed ({code}): {reason}");
                    _closed.TrySetResult();
                    break;
            }

            open = state is SocketState.Open;
        };
    }

    private async Task<bool> HandleAsync(HubClient<IChatHub> chat, string text)
    {
        switch (text.Trim())
        {
            case "/quit" when screen.IsTerminal:
                return false;
            case "/who" when screen.IsTerminal:
                await TellWhoIsHereAsync(chat);
                return true;
            case "/cut" when line is not null:
                line.Refuse();
                line.ResetAll();
                return true;
            case "/mend" when line is not null:
                line.Accept();
                return true;
            default:
                await chat.Emit.Post(text);
                return true;
        }
    }

    private async Task TellWhoIsHereAsync(HubClient<IChatHub> chat)
    {
        try
        {
            screen.Print($"here: {string.Join(", ", await chat.Emit.WhoIsHere())}");
        }
        catch (SocketTimeoutException)
        {
            screen.Notice("the server does not answer");
        }
    }

    // A terminal's read cannot be cancelled: it is left behind when the connection closes.
    private async Task<string?> ReadAsync(TextReader input)
    {
        var read = Task.Run(input.ReadLine);
        return await Task.WhenAny(read, _closed.Task) == read ? await read : null;
    }
}

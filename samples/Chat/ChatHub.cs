using TypedSockets;

namespace Chat;

/// <summary>The server's side of the chat: one object for each connection, so its fields are the connection's state.</summary>
public sealed class ChatHub(ChatRooms rooms) : SocketHub<IChatClient>, IChatHub
{
    private string? _room;
    private string _name = "";

    /// <inheritdoc />
    public async Task<Message[]> Join(string room, string name)
    {
        await LeaveRoom();
        _room = room;
        _name = name;
        rooms.Enter(room, Context.ConnectionId, name);
        await Groups.Join(room);
        Clients.OthersInGroup(room).SomeoneCame(name);
        return rooms.History(room);
    }

    /// <inheritdoc />
    public ValueTask Post(string text)
    {
        if (_room is not null)
        {
            rooms.Post(_room, _name, text, message => Clients.Group(_room).Posted(message));
        }

        return default;
    }

    /// <inheritdoc />
    public void Typing()
    {
        if (_room is not null)
        {
            Clients.OthersInGroup(_room).SomeoneTypes(_name);
        }
    }

    /// <inheritdoc />
    public ValueTask<string[]> WhoIsHere() => new(_room is null ? [] : rooms.Names(_room));

    /// <inheritdoc />
    protected override ValueTask OnDisconnected(DisconnectReason reason) => LeaveRoom();

    private async ValueTask LeaveRoom()
    {
        if (_room is not { } room)
        {
            return;
        }

        _room = null;
        rooms.Exit(room, Context.ConnectionId);
        await Groups.Leave(room);
        Clients.Group(room).SomeoneLeft(_name);
    }
}

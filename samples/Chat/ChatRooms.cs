namespace Chat;

/// <summary>What all connections share: who is in which room, and what was said there last.</summary>
public sealed class ChatRooms(TimeProvider time)
{
    private const int HistoryLength = 50;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);

    /// <summary>Notes that a connection has entered a room.</summary>
    public void Enter(string room, string connectionId, string name)
    {
        lock (_gate)
        {
            Find(room).People[connectionId] = name;
        }
    }

    /// <summary>Notes that a connection has left a room.</summary>
    public void Exit(string room, string connectionId)
    {
        lock (_gate)
        {
            Find(room).People.Remove(connectionId);
        }
    }

    /// <summary>The names of those who are in a room, in alphabetical order.</summary>
    public string[] Names(string room)
    {
        lock (_gate)
        {
            return [.. Find(room).People.Values.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The last messages of a room, oldest first.</summary>
    public Message[] History(string room)
    {
        lock (_gate)
        {
            return [.. Find(room).History];
        }
    }

    /// <summary>Keeps a message and passes it on, in one step: everyone sees a room's messages in the order of their numbers.</summary>
    public void Post(string room, string author, string text, Action<Message> send)
    {
        lock (_gate)
        {
            var found = Find(room);
            var message = new Message(++found.LastId, author, text, time.GetUtcNow());
            found.History.Enqueue(message);
            if (found.History.Count > HistoryLength)
            {
                found.History.Dequeue();
            }

            send(message);
        }
    }

    private Room Find(string name)
    {
        if (!_rooms.TryGetValue(name, out var room))
        {
            _rooms.Add(name, room = new Room());
        }

        return room;
    }

    private sealed class Room
    {
        public Dictionary<string, string> People { get; } = [];

        public Queue<Message> History { get; } = [];

        public long LastId { get; set; }
    }
}

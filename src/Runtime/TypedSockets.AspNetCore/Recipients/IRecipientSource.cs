using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Recipients;

/// <summary>Finds the senders behind a hub's recipients: real ones, or recorders in a test.</summary>
internal interface IRecipientSource
{
    MessageSender Caller { get; }

    MessageSender All { get; }

    MessageSender Others { get; }

    MessageSender Connection(string id);

    MessageSender AllExcept(IEnumerable<string> connectionIds);

    MessageSender Group(string name);

    MessageSender Groups(IEnumerable<string> names);

    MessageSender OthersInGroup(string name);

    MessageSender User(string id);

    MessageSender Users(IEnumerable<string> ids);
}

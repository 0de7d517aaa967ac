using TypedSockets.AspNetCore.Recipients;
using TypedSockets.Hubs;

namespace TypedSockets.Testing;

/// <summary>Recipients that only remember what they were told.</summary>
internal sealed class RecordingRecipients<TClient>(ContractSide<TClient> side, TClient? answering, Action<SentMessage> record) : IRecipientSource
    where TClient : class
{
    public MessageSender Caller => To("caller");

    public MessageSender All => To("all");

    public MessageSender Others => To("others");

    public MessageSender Connection(string id) => To($"connection:{id}");

    public MessageSender AllExcept(IEnumerable<string> connectionIds) => To($"allExcept:{string.Join(',', connectionIds)}");

    public MessageSender Group(string name) => To($"group:{name}");

    public MessageSender Groups(IEnumerable<string> names) => To($"group:{string.Join(',', names)}");

    public MessageSender OthersInGroup(string name) => To($"othersInGroup:{name}");

    public MessageSender User(string id) => To($"user:{id}");

    public MessageSender Users(IEnumerable<string> ids) => To($"user:{string.Join(',', ids)}");

    private RecordingSender<TClient> To(string recipient) => new(recipient, side, answering, record);
}

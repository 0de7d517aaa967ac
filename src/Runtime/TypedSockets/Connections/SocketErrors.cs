using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>The texts of what can go wrong with a message, in one place.</summary>
internal static class SocketErrors
{
    public static BufferFullException BufferFull(HubMethod method, OutboxLimits limits) =>
        new($"'{method}' was not taken: the outbox is full ({limits.Messages} messages, {limits.Bytes} bytes). More is emitted than the connection carries away. "
            + "Emit less, or declare the method '[OneWay] ValueTask' and await it, so that it waits for room.");

    public static MessageTooLargeException TooLarge(HubMethod method, int size, int limit) =>
        new($"'{method}' was not taken: its arguments have {size} bytes, and the other end reads at most {limit}. Send it in parts.");

    public static MessageTooLargeException ItemTooLarge(HubMethod method, int size, int limit) =>
        new($"An item of a stream of '{method}' has {size} bytes, and the other end reads at most {limit}. Send it in parts.");

    public static BufferFullException TooManyStreams(HubMethod method) =>
        new($"'{method}' was not taken: {ProtocolLimits.MaxStreams} streams are open in this session. End some: a stream ends when its enumerator is disposed or its call is answered.");

    public static BufferFullException NoRoomWithin(HubMethod method, TimeSpan timeout) =>
        new($"'{method}' was not taken: the outbox had no room for it within {timeout.TotalSeconds:0.###} s. The other end does not take what is sent to it; "
            + "perhaps its handlers wait for this one.");

    public static MessageTooLargeException TooLarge(HubMethod method, int limit) =>
        new($"'{method}' was not sent: the other end turned out to read at most {limit} bytes of arguments. Send it in parts.");

    public static ContractMismatchException Mismatch(HubMethod method, string problem) =>
        new($"'{method}' was not sent: the server was built from another version of the contract: {problem}. The other members of the hub are not concerned. "
            + "Update the older end, or add to the contract in a way that both read (docs/evolution.md).");

    public static string UnknownMethod(Channel channel, uint methodId) => channel.Ignores(methodId)
        ? $"the client was built from another version of the contract '{channel.Contract.Name}', in which this member is missing or different"
        : $"hub '{channel.Contract.Name}' has no call number {methodId}";

    public static SocketTimeoutException TimedOut(HubMethod method, TimeSpan timeout) =>
        new($"'{method}' was not answered within {timeout.TotalSeconds:0.###} s. Its handler is being cancelled; whether it had an effect is not known.");

    public static NotDeliveredException NotDelivered(HubMethod method, string reason) =>
        new($"'{method}' was not delivered: {reason}. It was surely never sent.");

    public static OutcomeUnknownException OutcomeUnknown(HubMethod method, string reason) =>
        new($"the outcome of '{method}' is not known: it was sent, then {reason}.");

    public static SocketClosedException Closed(string reason) =>
        new($"the message was not taken: {reason}.");

    /// <summary>An error that the contract declares, or what is wrong with it.</summary>
    public static Exception Declared(SocketErrorCode code, HubMethod method, ReadOnlySpan<byte> data)
    {
        var index = (uint)code - (uint)DeclaredError.FirstCode;
        if (index >= (uint)method.Errors.Count)
        {
            return Remote(code, method, $"'{method}' failed at the other end with error {(uint)code}, which its contract does not declare here.");
        }

        try
        {
            var reader = new PayloadReader(data);
            return method.Errors[(int)index].Decode(code, method.ToString(), ref reader);
        }
        catch (Exception error)
        {
            return PayloadException.At(error, [], -1).In($"{method} error");
        }
    }

    public static SocketRemoteException Remote(SocketErrorCode code, HubMethod method, string? text) =>
        new(code, method.ToString(), text ?? $"'{method}' failed at the other end: {code}.");
}

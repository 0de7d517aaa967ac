namespace TypedSockets.Protocol;

/// <summary>The texts of everything a peer can do wrong on the wire, in one place. They travel as close reasons: at most 120 bytes, no payload.</summary>
internal static class ProtocolErrors
{
    public static ProtocolException Truncated(string what) =>
        new(SocketCloseCode.ProtocolError, $"the frame ends within {what}");

    public static ProtocolException Malformed(string problem) =>
        new(SocketCloseCode.ProtocolError, problem);

    public static ProtocolException WrongDirection(MessageKind kind) =>
        new(SocketCloseCode.ProtocolError, $"a {kind} message came from the wrong end");

    public static ProtocolException BeforeHandshake(MessageKind kind) =>
        new(SocketCloseCode.ProtocolError, $"a {kind} message came before the handshake");

    public static ProtocolException MustBeUnnumbered(MessageKind kind) =>
        new(SocketCloseCode.ProtocolError, $"a {kind} message must not be numbered");

    public static ProtocolException MustBeNumbered(MessageKind kind) =>
        new(SocketCloseCode.ProtocolError, $"a {kind} message must be numbered");

    public static ProtocolException MustUnderstand(MessageKind kind) =>
        new(SocketCloseCode.ProtocolError, $"messages of kind {(int)kind} are required but not understood");

    public static ProtocolException UnknownChannel(uint channel) =>
        new(SocketCloseCode.ProtocolError, $"channel {channel} is not open");

    public static ProtocolException OtherContract(string hub) =>
        new(SocketCloseCode.Contract, $"hub {ShortText.Quote(hub)} was built from another contract");

    public static ProtocolException UnknownHub(string hub) =>
        new(SocketCloseCode.ProtocolError, $"hub {ShortText.Quote(hub)} was not asked for");

    public static ProtocolException HubOpenAlready(string hub) =>
        new(SocketCloseCode.ProtocolError, $"hub {ShortText.Quote(hub)} is open already");

    public static ProtocolException UnknownEvent(uint channel, uint id) =>
        new(SocketCloseCode.ProtocolError, $"channel {channel} has no event number {id}");

    public static ProtocolException ForgedAck(long received, long sent) =>
        new(SocketCloseCode.ProtocolError, $"message {received} was acknowledged, but only {sent} were sent");

    public static ProtocolException ForgedTaken(uint channel) =>
        new(SocketCloseCode.ProtocolError, $"more messages of channel {channel} were taken than sent");

    public static ProtocolException OutOfSequence(long expected, long found) =>
        new(SocketCloseCode.OutOfSequence, $"message {expected} was expected, {found} came");

    public static ProtocolException FrameTooLarge(int limit) =>
        new(SocketCloseCode.TooLarge, $"a frame is larger than {limit} bytes");

    public static ProtocolException TooManyMessages(int limit) =>
        new(SocketCloseCode.LimitExceeded, $"a frame holds more than {limit} messages");

    public static ProtocolException WindowExceeded(uint channel) =>
        new(SocketCloseCode.LimitExceeded, $"channel {channel} sent more than its window allows");

    public static ProtocolException TooManyCalls(int limit) =>
        new(SocketCloseCode.LimitExceeded, $"more than {limit} calls are in flight");

    public static ProtocolException TooManyStreams(int limit) =>
        new(SocketCloseCode.LimitExceeded, $"more than {limit} streams are open");

    public static ProtocolException StreamIdReused(uint id) =>
        new(SocketCloseCode.ProtocolError, $"stream {id} is open already");

    public static ProtocolException CreditExceeded(uint stream) =>
        new(SocketCloseCode.LimitExceeded, $"stream {stream} sent more than its credit allows");

    public static ProtocolException ForgedCredit(uint stream) =>
        new(SocketCloseCode.ProtocolError, $"more items of stream {stream} were taken than sent");

    public static ProtocolException TooManyChannels(int limit) =>
        new(SocketCloseCode.LimitExceeded, $"more than {limit} channels were opened");

    public static ProtocolException CallIdReused(uint id) =>
        new(SocketCloseCode.ProtocolError, $"call {id} is in flight already");

    public static ProtocolException ForeignCallId(uint id) =>
        new(SocketCloseCode.ProtocolError, $"call {id} carries the other end's bit");

    public static ProtocolException NotBinary() =>
        new(SocketCloseCode.ProtocolError, "a WebSocket message is not binary");

    public static ProtocolException Superseded() =>
        new(SocketCloseCode.Superseded, "a newer dial has claimed the session");

    public static ProtocolException SessionOver() =>
        new(SocketCloseCode.Busy, "the session has ended in the same moment");

    public static ProtocolException OtherUser() =>
        new(SocketCloseCode.Unauthorized, "the session belongs to another user");

    public static ProtocolException Draining(TimeSpan retryAfter) =>
        new(SocketCloseCode.Draining, RetryAfterText.Add("the server is shutting down", retryAfter));
}

namespace TypedSockets.Protocol;

/// <summary>What the specification says of each kind.</summary>
internal static class MessageKinds
{
    // State, absolute and idempotent: never replayed, so never numbered.
    private const uint Unnumbered =
        (1u << (int)MessageKind.Hello) | (1u << (int)MessageKind.Welcome) | (1u << (int)MessageKind.Credit) |
        (1u << (int)MessageKind.Ack) | (1u << (int)MessageKind.Ping) | (1u << (int)MessageKind.Pong) |
        (1u << (int)MessageKind.Drain) | (1u << (int)MessageKind.Auth) | (1u << (int)MessageKind.Close) |
        (1u << (int)MessageKind.Taken);

    private const uint Known = Unnumbered |
        (1u << (int)MessageKind.ChannelOpen) | (1u << (int)MessageKind.ChannelReady) | (1u << (int)MessageKind.Emit) |
        (1u << (int)MessageKind.Invoke) | (1u << (int)MessageKind.Result) | (1u << (int)MessageKind.Error) |
        (1u << (int)MessageKind.StreamItem) | (1u << (int)MessageKind.Complete) | (1u << (int)MessageKind.Cancel) |
        (1u << (int)MessageKind.Gap);

    /// <summary>Whether this version of the protocol defines the kind.</summary>
    public static bool IsKnown(MessageKind kind) => (Known >> (int)kind & 1) != 0;

    /// <summary>Whether messages of the kind must not be numbered.</summary>
    public static bool IsUnnumbered(MessageKind kind) => (Unnumbered >> (int)kind & 1) != 0;

    /// <summary>Checks the numbering of a message of a known kind: of the numbered kinds only an emit may go without.</summary>
    public static void CheckNumbering(MessageKind kind, bool isNumbered)
    {
        if (IsUnnumbered(kind))
        {
            if (isNumbered)
            {
                throw ProtocolErrors.MustBeUnnumbered(kind);
            }
        }
        else if (!isNumbered && kind != MessageKind.Emit)
        {
            throw ProtocolErrors.MustBeNumbered(kind);
        }
    }
}

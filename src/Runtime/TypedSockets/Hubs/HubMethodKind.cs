namespace TypedSockets.Hubs;

/// <summary>What a contract method's return type makes of it.</summary>
public enum HubMethodKind
{
    /// <summary>One way: <c>void</c>, or <see cref="OneWayAttribute"/>.</summary>
    Emit,

    /// <summary>The caller awaits the handler's end or its result.</summary>
    Call,

    /// <summary>The caller pulls the items of a stream: <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    Stream,
}

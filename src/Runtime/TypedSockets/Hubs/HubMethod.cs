namespace TypedSockets.Hubs;

/// <summary>One member of a contract as the runtime knows it. Immutable.</summary>
public sealed class HubMethod
{
    /// <summary>Describes a member. Called by generated code.</summary>
    /// <param name="contract">The name of the interface that declares it.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="id">Its number on the wire, from 0, without holes.</param>
    /// <param name="kind">Emit, call or stream.</param>
    /// <param name="concurrent">Whether its handler may run beside others of its channel.</param>
    /// <param name="isVolatile">Whether it is sent at once or not at all. Only an emit can be.</param>
    public HubMethod(string contract, string name, int id, HubMethodKind kind, bool concurrent = false, bool isVolatile = false)
    {
        Contract = contract;
        Name = name;
        Id = id;
        Kind = kind;
        IsConcurrent = concurrent;
        IsVolatile = isVolatile;
    }

    /// <summary>The name of the interface that declares it.</summary>
    public string Contract { get; }

    /// <summary>The member's name.</summary>
    public string Name { get; }

    /// <summary>Its number on the wire.</summary>
    public int Id { get; }

    /// <summary>Emit, call or stream.</summary>
    public HubMethodKind Kind { get; }

    /// <summary>Whether its handler may run beside others of its channel.</summary>
    public bool IsConcurrent { get; }

    /// <summary>Whether it is sent only if nothing is queued ahead of it, and never again: a <see cref="VolatileAttribute"/> emit.</summary>
    public bool IsVolatile { get; }

    /// <summary>How long a call may take; null for what the caller's options say.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The errors that a call may fail with, in the order of their codes.</summary>
    public IReadOnlyList<DeclaredError> Errors { get; init; } = [];

    /// <summary>How many of its parameters are streams.</summary>
    public int StreamParameters { get; init; }

    /// <summary>Whether a stream goes in either direction while it runs.</summary>
    internal bool HasStreams => StreamCount > 0;

    /// <summary>How many streams a call of it opens.</summary>
    internal int StreamCount => StreamParameters + (Kind == HubMethodKind.Stream ? 1 : 0);

    /// <summary>How long a call may take: what the contract says, else without end if a stream goes meanwhile, else what is usual.</summary>
    internal TimeSpan TimeoutOr(TimeSpan usual) => Timeout ?? (HasStreams ? System.Threading.Timeout.InfiniteTimeSpan : usual);

    /// <inheritdoc />
    public override string ToString() => $"{Contract}.{Name}";
}

namespace TypedSockets.Generators.Model;

/// <summary>How an object that has been read takes a member.</summary>
internal enum MemberAssignment
{
    /// <summary>By a constructor parameter.</summary>
    Constructor,

    /// <summary>In the object initializer: <c>required</c> members.</summary>
    Initializer,

    /// <summary>By a constructor parameter, and again in the initializer, because the compiler insists on it.</summary>
    ConstructorAndInitializer,

    /// <summary>After construction, if it was read, by assignment.</summary>
    Setter,

    /// <summary>After construction, if it was read, by an unsafe accessor: <c>init</c> members, whose initializers thus survive, and members that are not public.</summary>
    Accessor,
}

namespace TypedSockets.Generators.Model;

/// <summary>What an unsafe accessor reaches.</summary>
internal enum AccessorKind
{
    /// <summary>The method that sets a property.</summary>
    Setter,

    /// <summary>The method that gets a property.</summary>
    Getter,

    /// <summary>A field, to get and set it.</summary>
    Field,
}

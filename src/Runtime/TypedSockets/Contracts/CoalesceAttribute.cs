namespace TypedSockets;

/// <summary>
/// Keeps only the latest of what has not been sent yet: an emit takes the place of an unsent one of the same member and key, and moves to the end. For positions, prices
/// and other states of which only the newest counts, while the line is down or the receiver slow.
/// </summary>
/// <remarks>
/// <para>
/// What was sent is never replaced, so a receiver sees every value on a fast line, and always the last one. The sender is told of each replaced emit where it is told of dropped ones
/// (<see cref="DropReason.Coalesced"/>). It works in both directions, and for each receiver of a broadcast by itself.
/// </para>
/// <para>
/// It stands on an emit that is not <see cref="VolatileAttribute"/>; anything else is a build error (TSKT1026). <see cref="EmitOptions.CoalesceKey"/> comes first.
/// It is the sender's matter alone: it is no part of the contract's fingerprint.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CoalesceAttribute : Attribute
{
    /// <summary>All emits of the member replace one another.</summary>
    public CoalesceAttribute()
    {
    }

    /// <summary>Emits with an equal value replace one another.</summary>
    /// <param name="key">
    /// The name of a parameter, or of a property or field of one: a string, an integer, a character, a <see cref="Guid"/> or an enum, which may not be null. Write it with <c>nameof</c>.
    /// </param>
    public CoalesceAttribute(string key) => Key = key;

    /// <summary>The name of the value that is the key; null if all emits of the member have the same.</summary>
    public string? Key { get; }
}

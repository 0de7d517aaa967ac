using System.ComponentModel;

namespace TypedSockets;

/// <summary>
/// Several clients as one: a group, a user, everyone. The generator adds the client interface's one-way members as extension methods;
/// a group cannot be asked for a result, and such code does not compile. Thread-safe.
/// </summary>
/// <typeparam name="TClient">The client interface.</typeparam>
public readonly struct Recipients<TClient> : IEquatable<Recipients<TClient>>
    where TClient : class
{
    /// <summary>Wraps a sender.</summary>
    /// <param name="sender">Where messages go.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Recipients(Hubs.MessageSender sender) => Sender = sender;

    /// <summary>Where messages go; for generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Hubs.MessageSender Sender { get; }

    /// <summary>Compares two recipients.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are the same object.</returns>
    public static bool operator ==(Recipients<TClient> left, Recipients<TClient> right) => left.Equals(right);

    /// <summary>Compares two recipients.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are different objects.</returns>
    public static bool operator !=(Recipients<TClient> left, Recipients<TClient> right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(Recipients<TClient> other) => ReferenceEquals(Sender, other.Sender);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Recipients<TClient> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Sender?.GetHashCode() ?? 0;
}

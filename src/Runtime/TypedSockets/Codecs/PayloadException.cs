using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>
/// A payload could not be written or read. The text names the place in the contract (<c>Post.message.Author</c>), what was expected and
/// what was found; it never holds the payload.
/// </summary>
public sealed class PayloadException : TypedSocketException
{
    private string _path = "";
    private string? _expected;
    private readonly string _problem;

    /// <summary>Creates the exception for a problem at the current place; callers add the path on the way up.</summary>
    /// <param name="problem">What is wrong, without any payload.</param>
    /// <param name="inner">The cause, if another exception told it.</param>
    public PayloadException(string problem, Exception? inner = null)
        : base(problem, inner) => _problem = problem;

    /// <summary>Where in the contract, from the outside in; empty at the root.</summary>
    public string Path => _path;

    /// <inheritdoc />
    public override string Message => _path.Length == 0
        ? _problem
        : _expected is null ? $"'{_path}': {_problem}" : $"'{_path}' ({_expected}): {_problem}";

    /// <summary>Adds the member in which <paramref name="error"/> came up to its path, or wraps a foreign exception.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="members">The members of the object that was being read or written.</param>
    /// <param name="position">The member's position; out of range means the object itself.</param>
    /// <returns>The exception to throw.</returns>
    public static PayloadException At(Exception error, ReadOnlySpan<PayloadMember> members, int position)
    {
        var located = error as PayloadException ?? Wrap(error);
        if ((uint)position < (uint)members.Length)
        {
            located._expected ??= members[position].WireType;
            located.Prepend(members[position].Name);
        }

        return located;
    }

    /// <summary>Adds an element's index to the path of <paramref name="error"/>, or wraps a foreign exception.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="index">The element's index.</param>
    /// <returns>The exception to throw.</returns>
    public static PayloadException AtIndex(Exception error, int index)
    {
        var located = error as PayloadException ?? Wrap(error);
        located.Prepend($"[{index}]");
        return located;
    }

    /// <summary>Adds the contract method to the path.</summary>
    /// <param name="method">The method, for instance <c>IChatHub.Post</c>.</param>
    /// <returns>This exception.</returns>
    internal PayloadException In(string method)
    {
        // Both the caller and the log are told: the method belongs into the path once.
        if (!_path.StartsWith(method, StringComparison.Ordinal))
        {
            Prepend(method);
        }

        return this;
    }

    private void Prepend(string segment) =>
        _path = _path.Length == 0 ? segment : _path[0] == '[' ? segment + _path : $"{segment}.{_path}";

    // Other exceptions' texts may hold the payload, so that their type's name must do.
    private static PayloadException Wrap(Exception error) => error switch
    {
        EndOfStreamException => new PayloadException(PayloadErrors.Ends, error),
        OverflowException => new PayloadException(PayloadErrors.DoesNotFit, error),
        MessagePackSerializationException => new PayloadException(PayloadErrors.OtherForm, error),
        _ => new PayloadException($"the value was refused by {error.GetType().Name}", error),
    };
}

namespace TypedSockets.CodeFixes.Editing;

/// <summary>What a fix offers.</summary>
/// <param name="Title">What the user chooses by.</param>
/// <param name="Edits">The changes; none if there is nothing to offer.</param>
/// <param name="Kind">Tells it from other offers for the same rule; offers of one kind can be taken all at once.</param>
internal sealed record Suggestion(string Title, IReadOnlyList<Edit> Edits, string Kind = "")
{
    /// <summary>No offer.</summary>
    internal static readonly IReadOnlyList<Suggestion> None = [];
}

namespace Chat;

/// <summary>Something that was said in a room.</summary>
/// <param name="Id">Its number in the room, from 1.</param>
/// <param name="Author">Who said it.</param>
/// <param name="Text">What was said.</param>
/// <param name="At">When the server heard it.</param>
public sealed record Message(long Id, string Author, string Text, DateTimeOffset At);

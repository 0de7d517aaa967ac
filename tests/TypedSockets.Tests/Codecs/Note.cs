namespace TypedSockets.Tests.Codecs;

/// <summary>A payload object with a scalar, a text, and notes in it.</summary>
public sealed record Note(int Id, string Author, List<Note> Replies);

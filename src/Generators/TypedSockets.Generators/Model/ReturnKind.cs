namespace TypedSockets.Generators.Model;

/// <summary>What a contract member returns, apart from the result.</summary>
internal enum ReturnKind
{
    Void,
    Task,
    ValueTask,
    Stream,
}

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What a line carries: a whole frame, or the end of the line.</summary>
/// <param name="Bytes">A frame; null for an end.</param>
/// <param name="First">The number of the frame's first numbered message, its low 16 bits.</param>
/// <param name="Numbered">How many numbered messages the frame holds.</param>
/// <param name="Code">With which code the sender has closed; 0 if the line is lost.</param>
/// <param name="IsCopy">Whether the frame was doubled on the way.</param>
internal readonly record struct LineItem(byte[]? Bytes, ushort First = 0, int Numbered = 0, int Code = 0, string Text = "", bool IsCopy = false)
{
    public static LineItem Lost { get; } = new(null);
}

namespace TypedSockets.Chaos.Tests.Model;

/// <summary>What becomes of a numbered message at the end that reads it.</summary>
/// <param name="End">The end afterwards.</param>
/// <param name="Delivered">What the application has got afterwards.</param>
/// <param name="IsTaken">Whether the message was handed over; otherwise it was skipped.</param>
/// <param name="Violation">What must not happen, or null.</param>
internal readonly record struct Reception(EndState End, EmitList Delivered, bool IsTaken, string? Violation)
{
    public static Reception Of(Frame frame, EndState end, EmitList delivered, ModelRules rules)
    {
        end = end.Acknowledge(frame.Received);
        var isNext = frame.Number == end.Received + 1;
        if (!isNext && !rules.Lacks(Mutations.NoSequenceCheck))
        {
            var hole = frame.Number > end.Received ? $"hole: number {frame.Number} came after {end.Received}" : null;
            return new Reception(end, delivered, IsTaken: false, hole);
        }

        if (delivered.Contains(frame.Emit))
        {
            return new Reception(end, delivered, IsTaken: true, $"duplicate: emit {frame.Emit} was delivered again");
        }

        if (delivered.Count > 0 && frame.Emit < delivered.Last)
        {
            return new Reception(end, delivered, IsTaken: true, $"reorder: emit {frame.Emit} was delivered after {delivered.Last}");
        }

        end = end with { Received = Math.Max(end.Received, frame.Number) };
        return new Reception(end, delivered.Add(frame.Emit), IsTaken: true, Violation: null);
    }
}

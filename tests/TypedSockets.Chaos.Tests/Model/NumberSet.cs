namespace TypedSockets.Chaos.Tests.Model;

/// <summary>A set of small numbers.</summary>
/// <param name="Bits">Bit n says whether n is in the set.</param>
internal readonly record struct NumberSet(byte Bits)
{
    public bool Contains(int number) => (Bits & (1 << number)) != 0;

    public NumberSet Add(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Bounds.Largest);
        return new NumberSet((byte)(Bits | (1 << number)));
    }

    public NumberSet AddAll(EmitList emits)
    {
        var all = this;
        for (var i = 0; i < emits.Count; i++)
        {
            all = all.Add(emits[i]);
        }

        return all;
    }
}

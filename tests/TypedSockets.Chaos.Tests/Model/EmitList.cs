namespace TypedSockets.Chaos.Tests.Model;

/// <summary>Some emits in their order, each a number from 1; packed, so that a state is copied and compared as plain bits.</summary>
/// <param name="Bits">The count in the lowest four bits, then four bits for each emit.</param>
internal readonly record struct EmitList(uint Bits)
{
    private const int Width = 4;
    private const uint Mask = 0xF;

    public int Count => (int)(Bits & Mask);

    public int Last => this[Count - 1];

    public int this[int index] => (int)((Bits >> (Width * (index + 1))) & Mask);

    public EmitList Add(int emit)
    {
        // Bits that do not fit would vanish, and two states would be taken for one.
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Count, Bounds.Largest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(emit, Bounds.Largest);
        return new EmitList((Bits + 1) | ((uint)emit << (Width * (Count + 1))));
    }

    public EmitList AddAll(EmitList others)
    {
        var all = this;
        for (var i = 0; i < others.Count; i++)
        {
            all = all.Add(others[i]);
        }

        return all;
    }

    public EmitList Skip(int count) => new(((Bits >> (Width * count)) & ~Mask) | (uint)(Count - count));

    public bool Contains(int emit)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i] == emit)
            {
                return true;
            }
        }

        return false;
    }
}

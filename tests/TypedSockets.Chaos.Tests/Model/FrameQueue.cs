namespace TypedSockets.Chaos.Tests.Model;

/// <summary>The frames that are under way in one direction of a socket, oldest first.</summary>
/// <param name="Bits">Sixteen bits for each frame, the oldest lowest.</param>
internal readonly record struct FrameQueue(UInt128 Bits)
{
    private const int Width = 16;
    private const int Capacity = 8;

    public bool IsEmpty => Bits == UInt128.Zero;

    public int Count => (128 - (int)UInt128.LeadingZeroCount(Bits) + Width - 1) / Width;

    public Frame this[int index] => new((ushort)(Bits >> (Width * index)));

    public FrameQueue Add(Frame frame)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Count, Capacity);
        return new FrameQueue(Bits | ((UInt128)frame.Bits << (Width * Count)));
    }

    public FrameQueue RemoveFirst() => new(Bits >> Width);

    public bool Contains(Frame frame)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i] == frame)
            {
                return true;
            }
        }

        return false;
    }
}

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>One direction of a line.</summary>
internal sealed class LineWay
{
    private int _hidden;

    public List<LineItem> Items { get; } = [];

    /// <summary>Whether nothing more gets through.</summary>
    public bool IsBroken { get; private set; }

    public bool IsEmpty => Items.Count == 0;

    public void Send(LineItem item)
    {
        if (!IsBroken)
        {
            Items.Add(item);
        }
    }

    public LineItem Take()
    {
        var item = Items[0];
        Items.RemoveAt(0);
        if (_hidden > 0 && item.Numbered > 0)
        {
            Renumber(item.Bytes!);
        }

        return item;
    }

    /// <summary>Breaks the direction: only what is ahead of a place still arrives.</summary>
    /// <param name="arriving">How many items still arrive.</param>
    /// <param name="isNoticed">Whether the receiver learns that the line is lost.</param>
    public void Break(int arriving, bool isNoticed)
    {
        if (IsBroken)
        {
            return;
        }

        if (arriving < Items.Count)
        {
            Items.RemoveRange(arriving, Items.Count - arriving);
        }

        IsBroken = true;
        if (isNoticed)
        {
            Items.Add(LineItem.Lost);
        }
    }

    /// <summary>Lets the receiver learn of a break that it has not noticed.</summary>
    public void Notice()
    {
        if (IsBroken && (IsEmpty || Items[^1].Bytes is not null))
        {
            Items.Add(LineItem.Lost);
        }
    }

    /// <summary>Lets the first frame arrive twice.</summary>
    public void Double() => Items.Insert(1, Items[0] with { IsCopy = true });

    /// <summary>Loses the first frame, if a later one will show the hole.</summary>
    /// <param name="hides">Whether the later ones are renumbered, so that none shows.</param>
    public bool TryLose(bool hides)
    {
        if (!MayLose())
        {
            return false;
        }

        _hidden += hides ? Items[0].Numbered : 0;
        Items.RemoveAt(0);
        return true;
    }

    private bool MayLose()
    {
        if (Items.Count < 2 || Items[0] is not { Numbered: > 0, IsCopy: false } first || Items[1].IsCopy)
        {
            return false;
        }

        return Items[1].Numbered > 0 && Items[1].First != first.First;
    }

    // The sequence stands behind the flags.
    private void Renumber(byte[] frame)
    {
        var sequence = unchecked((ushort)(frame[1] + (frame[2] << 8) - _hidden));
        frame[1] = (byte)sequence;
        frame[2] = (byte)(sequence >> 8);
    }
}

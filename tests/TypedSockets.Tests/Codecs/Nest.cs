namespace TypedSockets.Tests.Codecs;

/// <summary>A payload that is nothing but nesting.</summary>
public sealed class Nest
{
    public List<Nest> Inside { get; init; } = [];

    public static Nest OfDepth(int depth)
    {
        var nest = new Nest();
        for (var i = 1; i < depth; i++)
        {
            nest = new Nest { Inside = [nest] };
        }

        return nest;
    }
}

namespace TypedSockets.Tests.Vectors;

/// <summary>All vectors by name, as they stand in the file that clients in other languages are tested with.</summary>
internal static class ByteVectors
{
    public static OrderedDictionary<string, ByteVector> All { get; } = new(
    [
        .. IntegerVectors.Rows,
        .. FloatVectors.Rows,
        .. TextVectors.Rows,
        .. TimeVectors.Rows,
        .. ListVectors.Rows,
        .. SetVectors.Rows,
        .. MapVectors.Rows,
        .. KeyVectors.Rows,
        .. TupleVectors.Rows,
        .. ObjectVectors.Rows,
    ]);

    public static TheoryData<string> Names => [.. All.Keys];

    public static TheoryData<string> WrittenNames => [.. All.Where(row => row.Value.Write is not null).Select(row => row.Key)];
}

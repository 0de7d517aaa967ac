namespace TypedSockets.Packaging.Tests;

/// <summary>Tests that share one packing.</summary>
[CollectionDefinition(Name)]
public sealed class PackageFeedCollection : ICollectionFixture<PackageFeed>
{
    public const string Name = "packages";
}

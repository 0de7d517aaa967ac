using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>Entity Framework as far as a rule knows it, so that the tests need no package of it.</summary>
internal static class EntityFramework
{
    public static MetadataReference Library { get; } = new GeneratorFixture { Name = "Microsoft.EntityFrameworkCore" }.Run("""
        namespace Microsoft.EntityFrameworkCore;

        public class DbContext : IAsyncDisposable
        {
            public Task<int> SaveChangesAsync(CancellationToken cancel = default) => Task.FromResult(0);
            public void Add(object entity) { }
            public ValueTask DisposeAsync() => default;
        }

        public interface IDbContextFactory<T> where T : DbContext
        {
            Task<T> CreateDbContextAsync(CancellationToken cancel = default);
        }
        """).Library();
}

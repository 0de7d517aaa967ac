using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Rules;

/// <summary>The rule for database contexts in hubs that live as long as a session.</summary>
public class HubRegistrationTests
{
    private const string Contract = """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        public partial class Program { static void Add(IServiceCollection services, HubLifetime lifetime) => services.AddTypedSockets().AddHub<PLACE>(LIFETIME); }

        [SocketHub<IClient>] public partial interface IHub { void Say(); }
        public interface IClient { void Heard(); }
        public class ShopContext : DbContext { }
        public sealed class BigContext : ShopContext { }
        #pragma warning disable CS9113

        """;

    private static readonly GeneratorFixture Project = new() { References = [EntityFramework.Library] };

    [Theory]
    [InlineData("DbContext data", "")]
    [InlineData("ShopContext data", "")]
    [InlineData("BigContext data", "")]
    [InlineData("string name, ShopContext? data", "HubLifetime.PerSession")]
    [InlineData("ShopContext data", "lifetime: HubLifetime.PerSession")]
    public void A_context_in_a_hub_of_a_session_is_reported_where_the_hub_is_added(string parameters, string lifetime) =>
        Rule.Reports("TSKT4006", Source("IHub, [|Hub|]", lifetime, parameters), Project);

    [Theory]
    [InlineData("IDbContextFactory<ShopContext> data", "")]
    [InlineData("IServiceScopeFactory scopes", "")]
    [InlineData("Func<ShopContext> data", "")]
    [InlineData("ShopContext data", "HubLifetime.PerCall")]
    [InlineData("ShopContext data", "lifetime")]
    public void A_factory_or_another_lifetime_is_not_reported(string parameters, string lifetime) =>
        Assert.Empty(Project.Run(Source("IHub, Hub", lifetime, parameters)).CompilesCleanly().Analyze());

    [Fact]
    public void A_constructor_that_is_not_used_for_injection_is_not_reported() => Assert.Empty(Project.Run(
        Source("IHub, Hub", "", "", "internal Hub(ShopContext data) : this() => data.Add(5);")).CompilesCleanly().Analyze());

    [Fact]
    public void A_class_of_the_same_name_elsewhere_is_not_meant() => Rule.Accepts(
        Source("IHub, Hub", "", "Other.DbContext data").Replace("using Microsoft.EntityFrameworkCore;", "", StringComparison.Ordinal).Replace(": DbContext", "", StringComparison.Ordinal)
        + "namespace Other { public class DbContext { } }");

    private static string Source(string types, string lifetime, string parameters, string members = "") =>
        Contract.Replace("PLACE", types, StringComparison.Ordinal).Replace("LIFETIME", lifetime, StringComparison.Ordinal)
        + $"public sealed class Hub({parameters}) : SocketHub<IClient>, IHub {{ {members} public void Say() {{ }} }}";
}

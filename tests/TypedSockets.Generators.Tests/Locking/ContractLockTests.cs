using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Locking;
using TypedSockets.Generators.Tests.Compiling;
using TypedSockets.Generators.Tests.Rules;

namespace TypedSockets.Generators.Tests.Locking;

/// <summary>What the contract lock allows, and what it holds back.</summary>
public class ContractLockTests
{
    private const string Before = """
        void Buy(string item, Order order);
        Task<Order> Find(string item);
        [Throws<Order>] ValueTask Cancel(Order order);
        IAsyncEnumerable<int> Read(IAsyncEnumerable<string> names);
        """;

    private const string Payloads = """
        public sealed record Order(int Number, IReadOnlyList<string> Items) { public string? Note { get; init; } }
        [SocketUnion(0, typeof(Circle)), SocketUnion(1, typeof(Square))] public abstract record Shape;
        public sealed record Circle(double Radius) : Shape;
        public sealed record Square(double Side) : Shape;
        """;

    [Fact]
    public void A_project_without_a_lock_is_not_checked() => Assert.Empty(new GeneratorFixture { IsDeployed = true }.Run(Contract(Before)).Analyze());

    [Fact]
    public void A_contract_that_is_as_it_is_locked_is_not_reported() => Assert.Equal([], Reports(Contract(Before), Contract(Before)));

    [Theory]
    [InlineData("void Buy(string item, Order order);", "void Buy(string item, Order order, int count = 1);", "parameters, or members of its payloads")]
    [InlineData("void Buy(string item, Order order);", "void Buy(string item, Order order, string? note);", "parameters, or members of its payloads")]
    [InlineData("Task<Order> Find(string item);", "Task<Order> Find(string item); void Look(); void Ask();", "'Ask', 'Look'")]
    [InlineData("[Throws<Order>] ValueTask", "[Throws<Order>, Throws<string>] ValueTask", "parameters, or members of its payloads")]
    [InlineData("public string? Note { get; init; }", "public string? Note { get; init; } public int? Count { get; init; }", "parameters, or members of its payloads")]
    [InlineData("void Drawn(Shape shape);", "void Drawn(Shape shape); void Erased();", "'Erased'")]
    [InlineData("SocketUnion(1, typeof(Square))", "SocketUnion(1, typeof(Square)), SocketUnion(2, typeof(Dot))", "parameters, or members of its payloads")]
    public void An_addition_that_deployed_peers_need_not_know_is_a_suggestion(string before, string after, string additions)
    {
        var contract = Contract(Before) + " public sealed record Dot : Shape;";
        var report = Assert.Single(Analyze(Lock(contract), contract.Replace(before, after, StringComparison.Ordinal)));
        Assert.Equal(("TSKT3001", DiagnosticSeverity.Info), (report.Id, report.Severity));
        Assert.Equal(
            $"The contract of \"IShopHub\" has more than typedsockets.lock.json: {additions}; record it when it is to be deployed, with 'dotnet build -t:UpdateSocketContractLock'",
            report.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_a_build_server_builds_has_to_be_in_the_lock() =>
        Assert.Equal(["TSKT3002 IShopHub"], Reports(Contract(Before), Contract(Before + "void Look();"), isDeployed: true));

    [Fact]
    public void A_hub_that_is_new_is_a_suggestion() => Assert.Equal(
        ["TSKT3001 IOtherHub"], Reports(Contract(Before), Contract(Before) + "[SocketHub<IOtherClient>] public partial interface IOtherHub; public interface IOtherClient;"));

    [Theory]
    [InlineData("void Buy(string item, Order order);", "", "TSKT3003 IShopHub")]
    [InlineData("void Drawn(Shape shape);", "", "TSKT3003 IShopHub")]
    [InlineData("void Buy(", "[SocketEvent(\"Other\")] void Buy(", "TSKT3003 IShopHub")]
    [InlineData("void Buy(string item, Order order);", "void Buy(string item);", "TSKT3004 Buy")]
    [InlineData("void Buy(string item, Order order);", "void Buy(Order order, string item);", "TSKT3004 Buy")]
    [InlineData("void Buy(string item, Order order);", "void Buy(string item, Order order, int count);", "TSKT3004 Buy")]
    [InlineData("void Buy(string item, Order order);", "void Buy(string name, Order order);", "TSKT3004 Buy")]
    [InlineData("void Buy(string item, Order order);", "void Buy(int item, Order order);", "TSKT3004 Buy")]
    [InlineData("void Buy(string item, Order order);", "void Buy(string? item, Order order);", "TSKT3004 Buy")]
    [InlineData("void Buy(string item, Order order);", "ValueTask Buy(string item, Order order);", "TSKT3004 Buy")]
    [InlineData("Task<Order> Find", "Task<Order?> Find", "TSKT3004 Find")]
    [InlineData("Task<Order> Find", "Task Find", "TSKT3004 Find")]
    [InlineData("[Throws<Order>] ValueTask", "[Throws<string>] ValueTask", "TSKT3004 Cancel")]
    [InlineData("IAsyncEnumerable<string> names", "IReadOnlyList<string> names", "TSKT3004 Read")]
    [InlineData("IAsyncEnumerable<int> Read", "IAsyncEnumerable<long> Read", "TSKT3004 Read")]
    [InlineData("record Order(int Number, IReadOnlyList<string> Items)", "record Order(int Number, IReadOnlyList<int> Items)", "TSKT3004 Buy", "TSKT3004 Cancel", "TSKT3004 Find")]
    [InlineData("record Order(int Number, IReadOnlyList<string> Items)", "record Order(IReadOnlyList<string> Items, int Number)", "TSKT3004 Buy", "TSKT3004 Cancel", "TSKT3004 Find")]
    [InlineData("record Circle(double Radius)", "record Circle(int Radius)", "TSKT3004 Drawn")]
    [InlineData(", SocketUnion(1, typeof(Square))", "", "TSKT3004 IShopHub")]
    [InlineData("SocketUnion(1, typeof(Square))", "SocketUnion(2, typeof(Square))", "TSKT3004 IShopHub")]
    [InlineData("(\"shop\")", "(\"store\")", "TSKT3001 IShopHub", "TSKT3006")]
    public void What_breaks_deployed_peers_is_an_error_at_the_member(string before, string after, params string[] expected) =>
        Assert.Equal(expected, Reports(Contract(Before), Contract(Before).Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void A_break_says_who_breaks_and_what_to_do()
    {
        var reports = Analyze(Lock(Contract(Before)), Contract(Before).Replace("Order order);", "Order order, int count);", StringComparison.Ordinal).Replace("Task<Order> Find(string item);", "", StringComparison.Ordinal));
        Assert.Equal(
            [
                "\"IShopHub.Buy\" is no longer what typedsockets.lock.json says: with a client that was built before, parameter 'count' is expected and not sent; "
                + "add at the end only, and only what has a default value or may be null, or add a new member beside it, or record the break with 'dotnet build -t:UpdateSocketContractLock'",
                "\"IShopHub.Cancel\" is no longer what typedsockets.lock.json says: with a client that was built before, parameter 'count' is expected and not sent; "
                + "add at the end only, and only what has a default value or may be null, or add a new member beside it, or record the break with 'dotnet build -t:UpdateSocketContractLock'",
                "\"IShopHub.Find\" is in typedsockets.lock.json and not in the contract: clients that are deployed may send it; "
                + "keep it, or let what replaced it be [SocketEvent(\"Find\")], or record the break with 'dotnet build -t:UpdateSocketContractLock'",
            ],
            reports.Select(report => report.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Order order", "Ord")]
    [InlineData("Task<Order> Find", "Task< Find")]
    [InlineData("int Number", "Numb Number")]
    [InlineData("string item, ", "object item, ")]
    public void A_contract_that_is_half_typed_is_not_compared(string before, string after) => Assert.DoesNotContain(
        Reports(Contract(Before), Contract(Before).Replace(before, after, StringComparison.Ordinal)), report => report.StartsWith("TSKT3", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"version\": 1 }")]
    [InlineData("{ \"version\": 2, \"contracts\": [] }")]
    [InlineData("{ \"version\": \"x\", \"contracts\": [] }")]
    [InlineData("{ \"version\": 99999999999, \"contracts\": [] }")]
    [InlineData("{ \"version\": 1, \"contracts\": 5 }")]
    [InlineData("{ \"version\": 1, \"contracts\": [{}] }")]
    [InlineData("{ \"version\": 1, \"contracts\": [")]
    [InlineData("{ \"version\": 1, \"contracts\": [{ \"hub\": \"a\", \"server\": [{}], \"client\": [], \"payloads\": [] }] }")]
    [InlineData("<<<<<<< HEAD")]
    public void A_lock_that_cannot_be_read_is_an_error_in_the_lock(string text)
    {
        var report = Assert.Single(Analyze(text, Contract(Before)));
        Assert.Equal("TSKT3005", report.Id);
        Assert.EndsWith("typedsockets.lock.json", report.Location.GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_that_is_gone_is_reported_where_the_lock_has_it()
    {
        var report = Assert.Single(Analyze(Lock(Contract(Before)), "public class Nothing;"));
        Assert.Equal(("TSKT3006", 4), (report.Id, report.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void The_lock_is_the_same_text_after_it_was_read()
    {
        var text = Lock(Contract(Before).Replace("(\"shop\")", "(\"a \\\"b\\\" \\u2028 ö 𝄞\")", StringComparison.Ordinal));
        Assert.Equal(text, ContractLock.Parse(text).ToText());
    }

    [Fact]
    public void Lines_of_a_lock_may_be_merged_in_any_order()
    {
        var text = Lock(Contract(Before));
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => line.Contains("\"Cancel\"", StringComparison.Ordinal));
        (lines[first], lines[first + 1]) = (lines[first + 1], lines[first]);
        Assert.Equal([], Reports(string.Join('\n', lines), Contract(Before), isDeployed: true, isText: true));
    }

    [Fact]
    public void The_order_of_members_in_the_source_does_not_matter() => Assert.Equal(
        [], Reports(Contract("void A(); void B();"), Contract("void B(); void A();"), isDeployed: true));

    internal static string Contract(string members) => $$"""
        [SocketHub<IShopClient>("shop")]
        public partial interface IShopHub
        {
            {{members}}
        }

        public interface IShopClient
        {
            void Drawn(Shape shape);
            ValueTask<int> Count(string item);
        }

        {{Payloads}}
        """;

    internal static string Lock(string contract)
    {
        var run = new GeneratorFixture().Run(contract);
        Rule.NoErrors(run);
        var manifests = run.Compilation.Assembly.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "SocketContractManifestAttribute");
        return new ContractLock(manifests.Select(attribute => LockReader.ReadManifest((string)attribute.ConstructorArguments[1].Value!))).ToText();
    }

    private static List<Diagnostic> Analyze(string text, string contract, bool isDeployed = false) =>
        new GeneratorFixture { Lock = text, IsDeployed = isDeployed }.Run(contract).Analyze();

    private static List<string> Reports(string before, string after, bool isDeployed = false, bool isText = false) =>
        [.. Analyze(isText ? before : Lock(before), after, isDeployed).Select(Describe).Order(StringComparer.Ordinal)];

    private static string Describe(Diagnostic report) =>
        report.Location.SourceTree is { } tree ? $"{report.Id} {tree.GetText().ToString(report.Location.SourceSpan)}" : report.Id;
}

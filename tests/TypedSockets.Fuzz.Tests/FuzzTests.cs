namespace TypedSockets.Fuzz.Tests;

/// <summary>A hundred thousand inputs for everything that reads bytes of the other end; <c>eng/fuzz</c> gives more.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 100_000;
    private const int Seed = 20_260_101;

    private static readonly Lazy<IReadOnlyList<FuzzTarget>> Targets = new(FuzzTargets.All);

    public static TheoryData<string> Names => [.. Targets.Value.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_comes_is_read_or_refused_and_costs_little(string name)
    {
        var inputs = (Inputs / Targets.Value.Count) + 1;
        var result = new FuzzRun(Find(name), Seed).Play(inputs);

        // Inputs that are all refused, or none of them, would test little.
        Assert.InRange(result.Refused, inputs / 10, inputs - 1);
    }

    [Fact]
    public void Every_example_is_read() => Assert.All(
        Targets.Value.Where(target => !target.Name.StartsWith("frames", StringComparison.Ordinal)),
        target => Assert.All(target.Examples, example =>
        {
            target.Prepare(0);
            Assert.True(target.Read([.. example]), $"{target.Name}: {Convert.ToHexString(example)}");
        }));

    [Fact]
    public void The_same_seed_gives_the_same_inputs() =>
        Assert.Equal(Play("hello", 7).Refused, Play("hello", 7).Refused);

    [Fact]
    public void An_exception_that_is_not_documented_is_found()
    {
        var failure = Assert.Throws<FuzzFailure>(() => new FuzzRun(new Broken(input => throw new InvalidOperationException($"{input.Length}")), Seed).Play(10));
        Assert.Contains("InvalidOperationException", failure.Message, StringComparison.Ordinal);
        Assert.Contains("seed 20260101, round 0", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_beyond_the_inputs_size_is_found()
    {
        var failure = Assert.Throws<FuzzFailure>(() => new FuzzRun(new Broken(_ => GC.KeepAlive(new byte[10_000_000])), Seed).Play(10));
        Assert.Contains("allocated 10000", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        using var output = new StringWriter();
        Assert.Equal(2, FuzzCommand.Run(10, Seed, "none", output));
        Assert.Contains("hello, welcome", output.ToString(), StringComparison.Ordinal);
    }

    private static FuzzTarget Find(string name) => Targets.Value.Single(target => target.Name == name);

    private static FuzzResult Play(string name, int seed) => new FuzzRun(Find(name), seed).Play(500);

    private sealed class Broken(Action<byte[]> read) : FuzzTarget("broken")
    {
        public override IReadOnlyList<byte[]> Examples { get; } = [[1, 2, 3]];

        public override bool Read(byte[] input)
        {
            read(input);
            return true;
        }
    }
}

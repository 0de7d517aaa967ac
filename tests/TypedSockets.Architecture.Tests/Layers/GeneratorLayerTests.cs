using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Layers;

/// <summary>The generator is Parsing -> Model &lt;- Emission: only Parsing sees symbols, so the model can be compared and cached.</summary>
public sealed class GeneratorLayerTests
{
    // How C# spells a name or a literal is asked of the compiler itself.
    private static readonly string[] Spelling = ["SyntaxFacts", "SymbolDisplay"];

    [Theory]
    [InlineData("Model")]
    [InlineData("Emission")]
    public void Model_and_Emission_know_no_Roslyn_type(string folder)
    {
        var uses = CompiledProject.Generators.UsesIn(folder);

        Assert.NotEmpty(uses);
        Violations.None(uses.Where(IsRoslyn).Where(use => !IsSpelling(use)));
    }

    [Fact]
    public void Model_uses_neither_Parsing_nor_Emission() => AssertUses("Model");

    [Fact]
    public void Emission_uses_the_Model_alone() => AssertUses("Emission", "Model");

    [Fact]
    public void Parsing_uses_the_Model_alone() => AssertUses("Parsing", "Model");

    [Fact]
    public void Analyzers_use_the_parser_and_emit_nothing() => AssertUses("Analyzers", "Parsing", "Model", "Locking");

    [Fact]
    public void Locking_uses_the_parsers_json_alone() => AssertUses("Locking", "Parsing");

    private static void AssertUses(string folder, params string[] allowed) => Violations.None(
        CompiledProject.Generators.UsesIn(folder).Where(use => use.Folder.Length > 0 && use.Folder != folder && !allowed.Contains(use.Folder)));

    private static bool IsRoslyn(TypeUse use) => use.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static bool IsSpelling(TypeUse use) => Spelling.Contains(use.Type.Name) || use.Type.Name is "SyntaxKind";
}

namespace TypedSockets.Generators.Tests.Contracts;

/// <summary>What generated members repeat of the contract's: documentation, warnings, default values.</summary>
public class CarriedPartsTests
{
    private const string Events = "Chat.IChatHub.Events.g.cs";
    private const string Recipients = "Chat.IChatClient.Recipients.g.cs";

    [Fact]
    public void Documentation_is_repeated_and_still_compiles()
    {
        var run = Run("""
            /// <summary>
            /// Says <paramref name="text"/> &amp; more &lt;b&gt;, see <see cref="Message"/>, <see cref="List{T}"/> and <see langword="null"/>.
            /// <para>Twice.</para>
            /// </summary>
            /// <param name="text">The <c>text</c>.</param>
            /// <remarks>Not <![CDATA[<now>]]>.</remarks>
            void Say(string text);
            """).Compiles();

        const string Summary = "/// <summary>Says <c>text</c> &amp; more &lt;b&gt;, see <see cref=\"T:Chat.Message\" />, "
            + "<see cref=\"T:System.Collections.Generic.List`1\" /> and <see langword=\"null\" />. <para>Twice.</para></summary>";
        Assert.Contains(Summary, run[Events], StringComparison.Ordinal);
        Assert.Contains("/// <seealso cref=\"M:Chat.IChatHub.Say(System.String)\"/>", run[Events], StringComparison.Ordinal);
        Assert.Contains(Summary, run[Recipients], StringComparison.Ordinal);
        Assert.Contains("/// <param name=\"text\">The <c>text</c>.</param>", run[Recipients], StringComparison.Ordinal);
        Assert.Contains("/// <remarks>Not <![CDATA[<now>]]>.</remarks>", run[Recipients], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/// <summary>Broken <b>xml</summary>")]
    [InlineData("/// <summary></summary>")]
    [InlineData("/// <inheritdoc/>")]
    [InlineData("/// <summary><inheritdoc/></summary>")]
    [InlineData("/// <include file=\"nothing.xml\" path=\"nowhere\"/>")]
    [InlineData("")]
    public void A_member_without_a_summary_is_referred_to(string documentation)
    {
        var run = Run(documentation + "\nvoid Say(string text);");
        Assert.DoesNotContain(run.Complaints, complaint => complaint.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
        Assert.Contains("/// <summary>See <see cref=\"M:Chat.IChatHub.Say(System.String)\"/>.</summary>", run[Events], StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_documents_some_parameters_only_repeats_none() => Assert.DoesNotContain(
        "<param", Run("/// <summary>Says.</summary>\n/// <param name=\"a\">A.</param>\nvoid Say(string a, string b);")[Recipients], StringComparison.Ordinal);

    [Theory]
    [InlineData("[Obsolete]", "[global::System.Obsolete]")]
    [InlineData("[Obsolete(\"Use \\\"X\\\".\")]", "[global::System.Obsolete(\"Use \\\"X\\\".\")]")]
    [InlineData("[Obsolete(\"Gone.\", true)]", "[global::System.Obsolete(\"Gone.\", true)]")]
    [InlineData("[Obsolete(\"Gone.\", false)]", "[global::System.Obsolete(\"Gone.\", false)]")]
    [InlineData("[Obsolete(\"Gone.\", DiagnosticId = \"CHAT001\", UrlFormat = \"https://x/{0}\")]", "[global::System.Obsolete(\"Gone.\", DiagnosticId = \"CHAT001\", UrlFormat = \"https://x/{0}\")]")]
    [InlineData("[Obsolete(\"Gone.\", true, DiagnosticId = \"CHAT001\")]", "[global::System.Obsolete(\"Gone.\", true, DiagnosticId = \"CHAT001\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"CHAT002\")]", "[global::System.Diagnostics.CodeAnalysis.Experimental(\"CHAT002\")]")]
    public void Warnings_about_a_member_are_repeated_and_not_raised_in_generated_code(string attribute, string expected)
    {
        foreach (var member in (string[])["void Say(string text);", "[OneWay] Task Say(string text);", "ValueTask<int> Say(string text);"])
        {
            var run = Run($"{attribute}\n{member}\nvoid Other(string text);").IsClean();
            Assert.Contains(expected, run[Events], StringComparison.Ordinal);
            Assert.Equal(!member.Contains('<', StringComparison.Ordinal), run[Recipients].Contains(expected, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"Gone.\", DiagnosticId = \"CHAT001\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"CHAT002\")]")]
    public void An_interface_may_be_obsolete_or_experimental(string attribute) => ContractFixture.Run($$"""
        namespace Chat;

        {{attribute}}
        [SocketHub<IChatClient>]
        public partial interface IChatHub
        {
            ValueTask<int> Say(string text);
        }

        {{attribute}}
        public interface IChatClient
        {
            void Said(string text);
        }
        """).Compiles();

    [Theory]
    [InlineData("int n = 3", "int n = 3")]
    [InlineData("int n = -3", "int n = -3")]
    [InlineData("int? n = null", "int? n = default")]
    [InlineData("int? n = 4", "int? n = 4")]
    [InlineData("string s = \"a\\n\\\"\"", "string s = \"a\\n\\\"\"")]
    [InlineData("string? s = null", "string? s = default")]
    [InlineData("string s = null!", "string s = default!")]
    [InlineData("bool b = true", "bool b = true")]
    [InlineData("char c = '\\''", "char c = '\\''")]
    [InlineData("decimal d = 1.50m", "decimal d = 1.50M")]
    [InlineData("double d = double.NaN", "double d = double.NaN")]
    [InlineData("float d = 0.1f", "float d = 0.1F")]
    [InlineData("ulong u = ulong.MaxValue", "ulong u = 18446744073709551615")]
    [InlineData("DayOfWeek day = DayOfWeek.Friday", "global::System.DayOfWeek day = (global::System.DayOfWeek)(5)")]
    [InlineData("DayOfWeek? day = DayOfWeek.Friday", "global::System.DayOfWeek? day = (global::System.DayOfWeek)(5)")]
    [InlineData("Guid id = default", "global::System.Guid id = default")]
    [InlineData("DateTimeOffset? at = default", "global::System.DateTimeOffset? at = default")]
    [InlineData("params string[] words", "params string[] words")]
    [InlineData("params List<string> words", "params global::System.Collections.Generic.List<string> words")]
    [InlineData("(int A, string? B) pair = default", "(int A, string? B) pair = default")]
    public void Recipients_repeat_default_values(string parameter, string expected) => Assert.Contains(
        $"recipients, {expected}) =>", Run($"void Say({parameter});").IsClean()[Recipients], StringComparison.Ordinal);

    private static ContractRun Run(string members) => ContractFixture.Run($$"""
        namespace Chat;

        [SocketHub<IChatClient>]
        public partial interface IChatHub
        {
            {{members}}
        }

        public interface IChatClient
        {
            {{members}}
        }

        public record Message(string Text);
        """);
}

namespace TypedSockets.Generators.Tests.Snapshots;

public class LineDiffTests
{
    [Fact]
    public void Changed_lines_are_shown_with_one_line_around_them() =>
        Assert.Equal("  b\n- c\n+ C\n  d\n", LineDiff.Of("a\nb\nc\nd\ne", "a\nb\nC\nd\ne"));

    [Fact]
    public void Lines_that_were_put_in_or_taken_out_are_told_apart() =>
        Assert.Equal("- a\n  b\n+ c\n", LineDiff.Of("a\nb", "b\nc"));
}

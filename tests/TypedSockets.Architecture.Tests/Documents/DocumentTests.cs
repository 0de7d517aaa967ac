using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Documents;

/// <summary>What the documents say of the repository is true.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void A_code_block_that_names_its_file_stands_in_it() =>
        Violations.None(Document.All.SelectMany(document => document.Quotations).Where(quotation => !quotation.IsExact()));

    [Fact]
    public void A_comment_that_names_a_file_is_followed_by_its_code_block() => Violations.None(
        Document.All.Where(document => document.SourceComments != document.Quotations.Count()).Select(document => document.Path));

    [Fact]
    public void The_readme_shows_code_that_is_compiled() =>
        Assert.NotEmpty(Document.All.Single(document => document.Path == "README.md").Quotations);

    [Fact]
    public void A_relative_link_leads_somewhere() => Violations.None(
        from document in Document.All
        from link in document.RelativeLinks
        let target = Repository.FullPath(document.Resolve(link))
        where !File.Exists(target) && !Directory.Exists(target)
        select $"{document.Path}: {link}");
}

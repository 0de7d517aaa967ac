using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Takes the summary out of a symbol's XML documentation.</summary>
internal static class Documentation
{
    internal static string Summary(ISymbol symbol, CancellationToken cancel)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancel);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return "";
        }

        try
        {
            var summary = XElement.Parse(xml).Element("summary");
            return summary is null ? "" : Fold(string.Concat(WithoutReferences(summary).Nodes()));
        }
        catch (XmlException)
        {
            // Malformed documentation is the compiler's to report; there is nothing to carry over.
            return "";
        }
    }

    // What is generated for a member does not always have its parameters, and the compiler warns of references to what is not there.
    private static XElement WithoutReferences(XElement summary)
    {
        foreach (var reference in summary.Descendants().Where(element => element.Name.LocalName is "paramref" or "typeparamref").ToList())
        {
            reference.ReplaceWith(new XElement("c", reference.Attribute("name")?.Value));
        }

        return summary;
    }

    private static string Fold(string text) =>
        string.Join(" ", text.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

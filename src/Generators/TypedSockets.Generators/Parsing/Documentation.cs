using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Takes the parts out of a method's XML documentation that are repeated in generated code.</summary>
internal static class Documentation
{
    // What only means something where it was written.
    private static readonly string[] Local = ["include", "inheritdoc"];

    internal static DocumentationModel Of(IMethodSymbol method, CancellationToken cancel)
    {
        if (method.GetDocumentationCommentXml(cancellationToken: cancel) is not { } xml || string.IsNullOrWhiteSpace(xml))
        {
            return DocumentationModel.None;
        }

        try
        {
            var root = XElement.Parse(xml);
            return new DocumentationModel(Text(root.Element("summary")), Text(root.Element("remarks")), Parameters(method, root));
        }
        catch (XmlException)
        {
            // Malformed documentation is the compiler's to report; there is nothing to carry over.
            return DocumentationModel.None;
        }
    }

    private static EquatableArray<string> Parameters(IMethodSymbol method, XElement root)
    {
        var texts = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            var text = "";
            foreach (var element in root.Elements("param"))
            {
                text = (string?)element.Attribute("name") == parameter.Name ? Text(element) : text;
            }

            if (text.Length == 0)
            {
                return default;
            }

            texts.Add(text);
        }

        return new EquatableArray<string>([.. texts]);
    }

    private static string Text(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        foreach (var child in new List<XElement>(element.Descendants()))
        {
            var name = child.Name.LocalName;
            if (Array.IndexOf(Local, name) >= 0)
            {
                child.Remove();
            }
            else if (name is "paramref" or "typeparamref")
            {
                // The generated member has other parameters.
                child.ReplaceWith(new XElement("c", (string?)child.Attribute("name") ?? ""));
            }
        }

        return Fold(string.Concat(element.Nodes()));
    }

    private static string Fold(string text) =>
        string.Join(" ", text.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

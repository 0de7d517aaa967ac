using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>A member with <c>[DataMember]</c>.</summary>
/// <param name="Declaration">The property or field.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Order">Its order; null if it has none.</param>
internal sealed record DataMember(MemberDeclarationSyntax Declaration, AttributeSyntax Attribute, int? Order)
{
    /// <summary>The members of a type; null if removing their attributes would send what is hidden now, or leave open which order is meant.</summary>
    internal static List<DataMember>? Of(INamedTypeSymbol type, SemanticModel model, CancellationToken cancel)
    {
        var members = new List<DataMember>();
        foreach (var symbol in type.GetMembers())
        {
            if (symbol is not (IPropertySymbol or IFieldSymbol) || symbol.IsStatic || symbol.IsImplicitlyDeclared)
            {
                continue;
            }

            if (Declared(symbol, model, cancel) is { } member)
            {
                members.Add(member);
            }
            else if (symbol.DeclaredAccessibility == Accessibility.Public)
            {
                return null;
            }
        }

        return HaveOneOrder(members) ? members : null;
    }

    /// <summary>The changes: orders become numbers from 0, and members without order stand in the order of their declaration.</summary>
    internal static List<Edit> Replace(List<DataMember> members)
    {
        var edits = new List<Edit>();
        foreach (var member in members)
        {
            var position = 0;
            foreach (var other in members)
            {
                position += other.Order < member.Order ? 1 : 0;
            }

            edits.Add(Edit.Of(member.Declaration, changed => member.Change(changed, position)));
        }

        return edits;
    }

    private static DataMember? Declared(ISymbol symbol, SemanticModel model, CancellationToken cancel)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancel).FirstAncestorOrSelf<MemberDeclarationSyntax>();
            if (declaration is PropertyDeclarationSyntax or FieldDeclarationSyntax { Declaration.Variables.Count: 1 }
                && Attributes.Find(declaration, "System.Runtime.Serialization.DataMemberAttribute", model, cancel) is { } attribute
                && Attributes.Find(declaration, "System.Runtime.Serialization.IgnoreDataMemberAttribute", model, cancel) is null)
            {
                return Read(declaration, attribute, model, cancel);
            }
        }

        return null;
    }

    private static DataMember? Read(MemberDeclarationSyntax declaration, AttributeSyntax attribute, SemanticModel model, CancellationToken cancel)
    {
        int? order = null;
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == "Order" && model.GetConstantValue(argument.Expression, cancel).Value is int number)
            {
                order = number;
            }
            else if (argument.NameEquals?.Name.Identifier.ValueText is not ("IsRequired" or "EmitDefaultValue"))
            {
                return null;
            }
        }

        return new DataMember(declaration, attribute, order);
    }

    private static bool HaveOneOrder(List<DataMember> members)
    {
        var orders = new HashSet<int>();
        var isOrdered = members.Count > 0 && members[0].Order is not null;
        foreach (var member in members)
        {
            if (member.Order is not null != isOrdered || (member.Order is { } order && !orders.Add(order)))
            {
                return false;
            }
        }

        return true;
    }

    private MemberDeclarationSyntax Change(MemberDeclarationSyntax member, int position)
    {
        var bare = (MemberDeclarationSyntax)Attributes.Remove(member, [Attribute.ToString()]);
        if (Order is null)
        {
            return bare;
        }

        var list = Attributes.List($"global::TypedSockets.SocketMember({position.ToString(CultureInfo.InvariantCulture)})");
        return Attributes.Add(bare, list.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)).WithAdditionalAnnotations(Formatter.Annotation);
    }
}

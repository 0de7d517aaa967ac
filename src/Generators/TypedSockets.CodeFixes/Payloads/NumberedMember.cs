using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>A member that goes over the wire.</summary>
/// <param name="Declaration">The property, field or record parameter.</param>
/// <param name="Attribute">Its <c>[SocketMember]</c>; null if it has none.</param>
/// <param name="Number">Its number; null if it has none.</param>
internal sealed record NumberedMember(SyntaxNode Declaration, AttributeSyntax? Attribute, int? Number)
{
    /// <summary>The changes that number all members of a type, which are given in the order that they have without numbers.</summary>
    internal static List<Edit> Renumber(List<NumberedMember> members)
    {
        var numbers = FittingNumbers(members) ?? DenseNumbers(members);
        var edits = new List<Edit>();
        var next = 0;
        for (var i = 0; i < members.Count; i++)
        {
            while (numbers[i] is null && numbers.Contains(next))
            {
                next++;
            }

            var number = numbers[i] ?? next++;
            if (number != members[i].Number)
            {
                edits.Add(members[i].Give(number));
            }
        }

        return edits;
    }

    // The numbers that there are, if each can stay.
    private static List<int?>? FittingNumbers(List<NumberedMember> members)
    {
        var numbers = new List<int?>();
        foreach (var member in members)
        {
            if (member.Number is { } number && (number < 0 || number >= members.Count || numbers.Contains(number)))
            {
                return null;
            }

            numbers.Add(member.Number);
        }

        return numbers;
    }

    // From 0, in the order of the numbers that there are.
    private static List<int?> DenseNumbers(List<NumberedMember> members)
    {
        var numbers = new List<int?>();
        for (var i = 0; i < members.Count; i++)
        {
            var before = 0;
            for (var j = 0; j < members.Count; j++)
            {
                before += members[j].Number < members[i].Number || (members[j].Number == members[i].Number && j < i) ? 1 : 0;
            }

            numbers.Add(members[i].Number is null ? null : before);
        }

        return numbers;
    }

    private Edit Give(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (Attribute is { ArgumentList: { } arguments })
        {
            return Edit.Of(arguments, _ => SyntaxFactory.ParseAttributeArgumentList($"({text})")!.WithTriviaFrom(arguments));
        }

        var list = Attributes.List($"global::TypedSockets.SocketMember({text})");
        return Declaration is ParameterSyntax parameter
            ? Edit.Of(parameter, changed => changed.WithoutLeadingTrivia().AddAttributeLists(list).WithLeadingTrivia(changed.GetLeadingTrivia()))
            : Edit.Of((MemberDeclarationSyntax)Declaration, changed =>
                Attributes.Add(changed, list.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)).WithAdditionalAnnotations(Formatter.Annotation));
    }
}

using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Makes identifiers of names that come from user code.</summary>
internal static class CSharpName
{
    /// <summary>The name, with <c>@</c> in front if it is a keyword.</summary>
    internal static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name, of one part or several, without any <c>@</c>.</summary>
    internal static string Unescape(string name) => name.Replace("@", "");

    /// <summary>The name, with underscores in front until no parameter of the methods has it.</summary>
    internal static string Free(string name, params IEnumerable<MethodModel> methods)
    {
        foreach (var method in methods)
        {
            if (name == method.Token || IsParameter(name, method))
            {
                return Free("_" + name, methods);
            }
        }

        return name;
    }

    private static bool IsParameter(string name, MethodModel method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}

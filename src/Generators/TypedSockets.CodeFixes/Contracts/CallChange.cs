using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Gives the new arguments of a call.</summary>
/// <param name="arguments">The arguments as they are.</param>
/// <param name="position">Where the argument is that the change is about.</param>
/// <param name="called">The parameter that it is for, of the method that is called.</param>
internal delegate SeparatedSyntaxList<ArgumentSyntax> CallChange(SeparatedSyntaxList<ArgumentSyntax> arguments, int position, IParameterSymbol called);
